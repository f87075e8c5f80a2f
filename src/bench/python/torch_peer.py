"""Times Debian's PyTorch on the TorchScript archive of a case, and prints one line of JSON.

Start, batch and steps are those of ContenderProcess.java; the formula of the batch is Tensor.java's.
"""

import json
import sys
import time

import torch


def unit(count, number):
    i = torch.arange(count, dtype=torch.int64)
    n = (25173 * i * (i + number) + 165901723 * i) & (2**31 - 1)
    return n.double() / 2**31


def features(case, batch):
    numbers = unit(batch * case["inputs"], 1_000_003).reshape(batch, case["inputs"])
    if case["vocabulary"] == 0:
        return numbers.float()
    return (numbers * case["vocabulary"]).floor().long()


def median(step, seconds):
    times = []
    end = time.perf_counter() + seconds
    while len(times) < 3 or time.perf_counter() < end:
        start = time.perf_counter()
        step()
        times.append((time.perf_counter() - start) * 1e3)
    return sorted(times)[len(times) // 2]


def main(archive, case):
    module = torch.jit.load(archive)
    parameters = list(module.parameters())
    for parameter in parameters:
        parameter.requires_grad_(True)
    optimizer = torch.optim.AdamW(
        parameters, lr=case["learningRate"], weight_decay=case["weightDecay"]
    )
    batch = features(case, case["trainBatch"])
    labels = torch.arange(case["trainBatch"]) % case["classes"]
    unseen = features(case, case["inferBatch"])

    def train():
        optimizer.zero_grad()
        loss = torch.nn.functional.cross_entropy(module(batch), labels)
        loss.backward()
        optimizer.step()
        return loss.item()

    def infer():
        with torch.inference_mode():
            module(unseen)

    losses = [train() for _ in range(case["checked"])]
    seconds = case["seconds"]
    median(train, seconds)
    measured = {
        "version": "PyTorch " + torch.__version__,
        "parameters": sum(p.numel() for p in parameters),
        "losses": losses,
        "train": median(train, seconds),
    }
    module = torch.jit.load(archive)
    median(infer, seconds)
    measured["infer"] = median(infer, seconds)
    print(json.dumps(measured))


main(sys.argv[1], json.loads(sys.argv[2]))
