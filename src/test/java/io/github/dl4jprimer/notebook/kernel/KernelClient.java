package io.github.dl4jprimer.notebook.kernel;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.HMACGenerator;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/**
 * Jupyter's side of the protocol, and a kernel in this JVM to speak with.
 *
 * @see <a href="https://jupyter-client.readthedocs.io/en/stable/messaging.html">Messaging in
 *     Jupyter</a>
 */
final class KernelClient implements AutoCloseable {
    private static final String DELIMITER = "<IDS|MSG>";
    private static final int PATIENCE_MILLIS = 60_000;

    private final ZMQ.Context context = ZMQ.context(1);
    private final HMACGenerator signature;
    private final String session = UUID.randomUUID().toString();
    private final JupyterConnection connection;
    final ZMQ.Socket shell;
    final ZMQ.Socket control;
    final ZMQ.Socket stdin;
    private final ZMQ.Socket published;
    private final ZMQ.Socket heartbeat;

    /** What came of a request: the reply's content, and what was published for it. */
    record Answer(JsonObject reply, List<JsonObject> published) {
        /** Contents of the published messages of a type. */
        List<JsonObject> contents(String type) {
            return published.stream()
                    .filter(message -> type(message).equals(type))
                    .map(message -> message.getAsJsonObject("content"))
                    .toList();
        }

        /** What was printed. */
        String printed() {
            var text = new StringBuilder();
            contents("stream").forEach(stream -> text.append(stream.get("text").getAsString()));
            return text.toString();
        }

        /** The traceback of the error. */
        List<String> traceback() {
            var lines = new ArrayList<String>();
            contents("error")
                    .get(0)
                    .getAsJsonArray("traceback")
                    .forEach(l -> lines.add(l.getAsString()));
            return lines;
        }

        /** The plain text of the cell's value. */
        String text() {
            return contents("execute_result")
                    .get(0)
                    .getAsJsonObject("data")
                    .get("text/plain")
                    .getAsString();
        }
    }

    KernelClient(JavaKernel kernel) throws IOException, GeneralSecurityException {
        int[] ports = freePorts();
        var properties =
                new KernelConnectionProperties(
                        "127.0.0.1",
                        ports[0],
                        ports[1],
                        ports[2],
                        ports[3],
                        ports[4],
                        "tcp",
                        "hmac-sha256",
                        "键");
        signature = properties.createHMACGenerator();
        connection = new JupyterConnection(properties);
        kernel.onStartup();
        kernel.becomeHandlerForConnection(connection);
        connection.connect();
        control = connect(SocketType.DEALER, ports[0]);
        shell = connect(SocketType.DEALER, ports[1]);
        stdin = connect(SocketType.DEALER, ports[2]);
        heartbeat = connect(SocketType.REQ, ports[3]);
        published = connect(SocketType.SUB, ports[4]);
        published.subscribe(ZMQ.SUBSCRIPTION_ALL);
        awaitSubscription();
    }

    private static int[] freePorts() throws IOException {
        var sockets = new ServerSocket[5];
        var ports = new int[sockets.length];
        for (int i = 0; i < sockets.length; i++) {
            sockets[i] = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            ports[i] = sockets[i].getLocalPort();
        }
        for (var socket : sockets) {
            socket.close();
        }
        return ports;
    }

    private ZMQ.Socket connect(SocketType type, int port) {
        var socket = context.socket(type);
        socket.setIdentity(session.getBytes(StandardCharsets.US_ASCII));
        socket.setReceiveTimeOut(PATIENCE_MILLIS);
        socket.connect("tcp://127.0.0.1:" + port);
        return socket;
    }

    /** A subscription takes effect some time after it was made; until then nothing arrives. */
    private void awaitSubscription() {
        published.setReceiveTimeOut(100);
        do {
            request(shell, "kernel_info_request", new JsonObject());
        } while (receive(published) == null);
        published.setReceiveTimeOut(PATIENCE_MILLIS);
        // The rest of what was published for these requests.
        send(shell, "kernel_info_request", new JsonObject());
        receive(shell);
        var last = receive(published);
        while (!isIdle(last) || published.getEvents() == ZMQ.Poller.POLLIN) {
            last = receive(published);
        }
    }

    static String type(JsonObject message) {
        return message.getAsJsonObject("header").get("msg_type").getAsString();
    }

    private static boolean isIdle(JsonObject message) {
        return type(message).equals("status")
                && message.getAsJsonObject("content")
                        .get("execution_state")
                        .getAsString()
                        .equals("idle");
    }

    /** Sends a request and returns its id. */
    String send(ZMQ.Socket socket, String type, JsonObject content) {
        var id = UUID.randomUUID().toString();
        var header = new JsonObject();
        header.addProperty("msg_id", id);
        header.addProperty("session", session);
        header.addProperty("username", "学员");
        header.addProperty("date", "2026-01-05T00:00:00.000000Z");
        header.addProperty("msg_type", type);
        header.addProperty("version", "5.3");
        var parts = List.of(new Gson().toJson(header), "{}", "{}", new Gson().toJson(content));
        var bytes =
                parts.stream()
                        .map(part -> part.getBytes(StandardCharsets.UTF_8))
                        .toArray(byte[][]::new);
        socket.sendMore(DELIMITER);
        socket.sendMore(signature.calculateSignature(bytes));
        for (int i = 0; i < bytes.length; i++) {
            socket.send(bytes[i], i < bytes.length - 1 ? ZMQ.SNDMORE : 0);
        }
        return id;
    }

    /** Returns the next message with header, parent and content, or null if none came in time. */
    JsonObject receive(ZMQ.Socket socket) {
        var part = socket.recvStr();
        while (part != null && !part.equals(DELIMITER)) {
            part = socket.recvStr();
        }
        if (part == null) {
            return null;
        }
        socket.recv(); // the signature
        var message = new JsonObject();
        for (var name : List.of("header", "parent_header", "metadata", "content")) {
            message.add(
                    name,
                    JsonParser.parseString(new String(socket.recv(), StandardCharsets.UTF_8)));
        }
        while (socket.hasReceiveMore()) {
            socket.recv();
        }
        return message;
    }

    /** Returns the content of the reply to a request. */
    JsonObject request(ZMQ.Socket socket, String type, JsonObject content) {
        var id = send(socket, type, content);
        var reply = receive(socket);
        while (!parent(reply).equals(id)) {
            reply = receive(socket);
        }
        return reply.getAsJsonObject("content");
    }

    private static String parent(JsonObject message) {
        var id = message.getAsJsonObject("parent_header").get("msg_id");
        return id == null ? "" : id.getAsString();
    }

    /** Sends a cell and returns the request's id. */
    String sendCell(String source, boolean stdinAllowed) {
        var content = new JsonObject();
        content.addProperty("code", source);
        content.addProperty("silent", false);
        content.addProperty("store_history", true);
        content.add("user_expressions", new JsonObject());
        content.addProperty("allow_stdin", stdinAllowed);
        content.addProperty("stop_on_error", true);
        return send(shell, "execute_request", content);
    }

    /** Waits for the end of a cell. */
    Answer answer(String id) {
        var messages = new ArrayList<JsonObject>();
        JsonObject message;
        do {
            message = receive(published);
            if (parent(message).equals(id)) {
                messages.add(message);
            }
        } while (!(isIdle(message) && parent(message).equals(id)));
        return new Answer(receive(shell).getAsJsonObject("content"), messages);
    }

    /** Waits until a cell has printed. */
    void awaitPrinted(String id) {
        JsonObject message;
        do {
            message = receive(published);
        } while (!(parent(message).equals(id) && type(message).equals("stream")));
    }

    /** Runs a cell. */
    Answer run(String source) {
        return answer(sendCell(source, false));
    }

    /** Asks at a cursor: {@code complete_request} or {@code inspect_request}. */
    JsonObject ask(String type, String source, int cursor) {
        var content = new JsonObject();
        content.addProperty("code", source);
        content.addProperty("cursor_pos", cursor);
        content.addProperty("detail_level", 0);
        return request(shell, type, content);
    }

    /** Answers the kernel's question for a line of input, and returns its content. */
    JsonObject input(String line) {
        var question = receive(stdin);
        var content = new JsonObject();
        content.addProperty("value", line);
        send(stdin, "input_reply", content);
        return question.getAsJsonObject("content");
    }

    /** Sends bytes and returns their echo. */
    String heartbeat(String bytes) {
        heartbeat.send(bytes);
        return heartbeat.recvStr();
    }

    static List<String> strings(JsonArray array) {
        var strings = new ArrayList<String>();
        array.forEach(element -> strings.add(element.getAsString()));
        return strings;
    }

    /** Ends the kernel as Jupyter does. */
    @Override
    public void close() {
        var content = new JsonObject();
        content.addProperty("restart", false);
        request(control, "shutdown_request", content);
        connection.waitUntilClose();
        for (var socket : List.of(shell, control, stdin, published, heartbeat)) {
            socket.setLinger(0);
            socket.close();
        }
        context.close();
    }
}
