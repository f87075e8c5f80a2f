package io.github.dl4jprimer.bench.peer;

import io.github.dl4jprimer.bench.peer.PeerModel.Encoder;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A peer's network as a TorchScript program, in the form in which PyTorch itself writes down what
 * it has traced.
 *
 * <p>{@code __setstate__} runs when the module is loaded and computes the first weights, so that no
 * file of weights and no Python is needed to make it.
 *
 * @see <a href="https://pytorch.org/docs/2.7/jit_language_reference.html">TorchScript's
 *     language</a>
 */
final class TorchScript {
    private static final String CPU =
            "dtype=6, layout=0, device=torch.device(\"cpu\"), pin_memory=False";

    private static final String HEAD =
            """
            def drawn(n: int, k: int, scale: float) -> Tensor:
              i = torch.arange(n, dtype=4, layout=0, device=torch.device("cpu"), pin_memory=False)
              a = torch.mul(torch.mul(i, torch.add(i, k)), 25173)
              b = torch.bitwise_and(torch.add(a, torch.mul(i, 165901723)), 2147483647)
              unit = torch.div(torch.to(b, 7), 2147483648.)
              return torch.to(torch.mul(torch.sub(torch.mul(unit, 2.), 1.), scale), 6)
            class Peer(Module):
              __parameters__ = [%s]
              __buffers__ = []
              training : bool
            """;

    private final PeerModel model;
    private final Attention attention;
    private final List<Tensor> tensors;
    private final StringBuilder text = new StringBuilder();

    /** How softmax(QKᵀ/√d) V is asked for. */
    enum Attention {
        /** As one operation, which PyTorch has had since 2.0. */
        FUSED,
        /** As two products and a softmax. */
        SPELT_OUT
    }

    private TorchScript(PeerModel model, Attention attention) {
        this.model = model;
        this.attention = attention;
        tensors = model.tensors();
    }

    /** Returns the program: a module {@code Peer} from ids or numbers to logits. */
    static String program(PeerModel model, Attention attention) {
        return new TorchScript(model, attention).write();
    }

    private String write() {
        var names = names().map("\"%s\", "::formatted).collect(Collectors.joining());
        text.append(HEAD.formatted(names));
        names().forEach(name -> line(1, name + " : Tensor"));
        line(1, "def forward(self: __torch__.Peer, x: Tensor) -> Tensor:");
        var parameters = names().map("self."::concat).iterator();
        if (model instanceof Encoder encoder) {
            encoder(encoder, parameters);
        } else {
            perceptron(parameters);
        }
        line(1, "def __getstate__(self: __torch__.Peer) -> int:");
        line(2, "return 0");
        line(1, "def __setstate__(self: __torch__.Peer, state: int) -> NoneType:");
        line(2, "self.training = True");
        for (int i = 0; i < tensors.size(); i++) {
            line(2, "self.p%d = %s".formatted(i, start(tensors.get(i), i)));
        }
        line(2, "return None");
        return text.toString();
    }

    private java.util.stream.Stream<String> names() {
        return IntStream.range(0, tensors.size()).mapToObj("p%d"::formatted);
    }

    private static String start(Tensor tensor, int number) {
        var shape = Arrays.toString(tensor.shape());
        return switch (tensor.start()) {
            case ZEROS -> "torch.zeros(%s, %s)".formatted(shape, CPU);
            case ONES -> "torch.ones(%s, %s)".formatted(shape, CPU);
            case DRAWN ->
                    String.format(
                            Locale.ROOT,
                            "torch.view(__torch__.drawn(%d, %d, %.17f), %s)",
                            tensor.length(),
                            number,
                            tensor.scale(),
                            shape);
        };
    }

    private void perceptron(Iterator<String> p) {
        line(2, "a = torch.relu(%s)".formatted(linear("x", p)));
        line(2, "b = torch.relu(%s)".formatted(linear("a", p)));
        line(2, "return " + linear("b", p));
    }

    private void encoder(Encoder encoder, Iterator<String> p) {
        var sum = "torch.add(torch.embedding(%s, x), %s)".formatted(p.next(), p.next());
        line(2, "y = " + norm(encoder, sum, p));
        for (int block = 0; block < encoder.layers(); block++) {
            for (var name : List.of("k", "q", "v")) {
                line(2, name + " = " + heads(encoder, linear("y", p)));
            }
            line(2, "a = " + attention(encoder));
            var joined = "torch.reshape(torch.transpose(a, 1, 2), %s)".formatted(rows(encoder));
            line(2, "h = " + norm(encoder, "torch.add(y, %s)".formatted(linear(joined, p)), p));
            line(2, "f = torch.gelu(%s)".formatted(linear("h", p)));
            line(2, "y = " + norm(encoder, "torch.add(h, %s)".formatted(linear("f", p)), p));
        }
        line(2, "return " + linear("torch.mean(y, [1])", p));
    }

    private String attention(Encoder encoder) {
        if (attention == Attention.FUSED) {
            return "torch.scaled_dot_product_attention(q, k, v)";
        }
        double root = Math.sqrt((double) encoder.width() / encoder.heads());
        return String.format(
                Locale.ROOT,
                "torch.matmul(torch.softmax(torch.div(torch.matmul(q, torch.transpose(k, -1, -2)),"
                        + " %.17f), -1), v)",
                root);
    }

    private static String rows(Encoder encoder) {
        return "[-1, %d, %d]".formatted(encoder.inputs(), encoder.width());
    }

    /** Returns [B, T, D] as [B, H, T, D / H]. */
    private static String heads(Encoder encoder, String x) {
        return "torch.transpose(torch.view(%s, [-1, %d, %d, %d]), 1, 2)"
                .formatted(x, encoder.inputs(), encoder.heads(), encoder.width() / encoder.heads());
    }

    private static String linear(String x, Iterator<String> p) {
        return "torch.linear(%s, %s, %s)".formatted(x, p.next(), p.next());
    }

    private static String norm(Encoder encoder, String x, Iterator<String> p) {
        return "torch.layer_norm(%s, [%d], %s, %s, 1.0e-05)"
                .formatted(x, encoder.width(), p.next(), p.next());
    }

    private void line(int depth, String content) {
        text.append("  ".repeat(depth)).append(content).append('\n');
    }
}
