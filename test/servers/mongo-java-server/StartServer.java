import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.InetSocketAddress;
import java.util.List;

/** mongo-java-server in memory on a free loopback port; prints its URI and runs until it is killed. */
public class StartServer {
    /** It says of itself that it is older than what the driver accepts (wire version 9). */
    static class Acceptable implements MongoVersion {
        public List<Integer> getVersionArray() {
            return List.of(5, 0, 0);
        }

        public int getWireVersion() {
            return 13;
        }
    }

    public static void main(String[] arguments) throws Exception {
        MongoServer server = new MongoServer(new MemoryBackend().version(new Acceptable()));
        server.bind(new InetSocketAddress("127.0.0.1", 0));
        System.out.println("mongodb://127.0.0.1:" + server.getLocalAddress().getPort() + "/?directConnection=true");
        System.out.flush();
        if (arguments.length > 0 && arguments[0].equals("--until-stdin-closes")) {
            while (System.in.read() >= 0) {}
            System.exit(0);
        }
        Thread.currentThread().join();
    }
}
