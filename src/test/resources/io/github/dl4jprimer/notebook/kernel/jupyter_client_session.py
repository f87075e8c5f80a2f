"""Drives the kernel "java" with Jupyter's own client and prints what it saw as one JSON object."""
import json
import sys
import threading
import time

from jupyter_client.manager import start_new_kernel


def run(client, code, **options):
    """Executes a cell; returns its outputs by kind and the reply."""
    seen = {"stdout": "", "data": [], "error": None}

    def on_output(message):
        content = message["content"]
        kind = message["header"]["msg_type"]
        if kind == "stream":
            seen["stdout"] += content["text"]
        elif kind in ("execute_result", "display_data", "update_display_data"):
            seen["data"].append(content["data"])
        elif kind == "error":
            seen["error"] = content["traceback"]

    reply = client.execute_interactive(
        code, timeout=60, output_hook=on_output, **options
    )
    seen["status"] = reply["content"]["status"]
    return seen


def starts(count):
    """Starts kernels one after another; returns the seconds each took to its first result."""
    seconds = []
    for _ in range(count):
        begin = time.monotonic()
        manager, client = start_new_kernel(kernel_name="java", startup_timeout=60)
        try:
            result = run(client, "6 * 7")
            assert result["data"][0]["text/plain"] == "42", result
            seconds.append(time.monotonic() - begin)
        finally:
            client.stop_channels()
            manager.shutdown_kernel(now=True)
    return seconds


def interrupted(manager, client, code):
    """Interrupts a cell once it says that it has begun; returns what it showed."""

    def interrupt():
        manager.interrupt_kernel()

    timer = threading.Timer(2, interrupt)
    timer.start()
    result = run(client, code)
    timer.join()
    return result


def session():
    """One session of everything a learner does."""
    manager, client = start_new_kernel(kernel_name="java", startup_timeout=60)
    try:
        code = "import java.nio.file.Path;\nvar 路径 = Path.of(\"a\");\n路径.getFile"
        return {
            "chinese": run(client, 'System.out.println("磁盘使用率超过95%"); "标签：磁盘"'),
            "loop": interrupted(manager, client, "while (true) { Thread.onSpinWait(); }"),
            "sleep": interrupted(manager, client, "Thread.sleep(60_000);"),
            "after": run(client, "1 + 1"),
            "library": run(
                client,
                "io.github.dl4jprimer.scratch.Neuron.of("
                "io.github.dl4jprimer.scratch.ActivationFunction.RELU, Double.NaN)",
            ),
            "compile": run(client, "int a = 1;\nint b = c;"),
            "completion": client.complete(code, len(code), reply=True, timeout=30)["content"],
            "inspection": client.inspect(
                '"abc".substring(', 16, reply=True, timeout=30
            )["content"],
            "refused": run(client, "new Scanner(System.in).nextLine()", allow_stdin=False),
            "answered": run(
                client,
                "new Scanner(System.in).nextLine()",
                allow_stdin=True,
                stdin_hook=lambda message: client.input("答"),
            ),
        }
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


if __name__ == "__main__":
    wanted = int(sys.argv[1])
    print(json.dumps({"starts": starts(wanted)} if wanted else session()))
