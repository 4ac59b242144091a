// SPDX-License-Identifier: Apache-2.0
import java.io.*;
import java.nio.file.*;
import java.util.*;
import java.util.stream.*;
import org.neo4j.cli.*;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.*;
import org.neo4j.graphdb.Entity;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.io.fs.DefaultFileSystemAbstraction;
import org.neo4j.kernel.api.procedure.GlobalProcedures;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/**
 * Neo4j SCRATCH STEM CLASSPATH: loads STEM.neo4j, STEM.graphml and STEM.cypher, each into an empty database of its own, by the bulk
 * importer (with the options of import.sh), by APOC and by cypher-shell (a process of its own with CLASSPATH, connected over Bolt). One line for each: tool, nodes, edges, kinds, labels, and a
 * checksum of all that the three ways have in common, which must be the same for all.
 */
class Neo4j {
  static final int PORT = 17687;
  static final List<String> NODE = List.of("uid", "name", "type", "aliases", "ids", "mentions", "documents", "first_date", "last_date",
      "birthDate", "deathDate", "foundingDate");
  static final List<String> EDGE = List.of("uid", "weight", "status", "confidence", "role", "attributedTo", "first_date", "last_date",
      "contradicted", "evidence", "sources", "rules");

  public static void main(String[] args) throws Exception {
    var scratch = Path.of(args[0]);
    for (var way : List.of("bulk", "apoc", "cypher")) {
      var home = Files.createDirectories(scratch.resolve(way));
      if (way.equals("bulk")) bulk(home, args[1] + ".neo4j");
      var builder = new DatabaseManagementServiceBuilder(home);
      if (way.equals("cypher"))
        builder.setConfig(BoltConnector.enabled, true).setConfig(BoltConnector.listen_address, new SocketAddress("localhost", PORT));
      var service = builder.build();
      var db = service.database("neo4j");
      if (way.equals("apoc")) {
        ((GraphDatabaseAPI) db).getDependencyResolver().resolveDependency(GlobalProcedures.class)
            .registerProcedure(apoc.export.graphml.ExportGraphML.class);
        db.executeTransactionally("CALL apoc.import.graphml($file, {readLabels: true})", Map.of("file", args[1] + ".graphml"));
      }
      if (way.equals("cypher")) shell(args[2], args[1] + ".cypher");
      System.out.println(way + "\t" + described(db));
      service.shutdown();
    }
    System.exit(0);
  }

  /** As a user would: cypher-shell -f FILE. It ends at the first statement that fails. */
  static void shell(String classPath, String file) throws Exception {
    var program = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-cp", classPath, "org.neo4j.shell.Main",
        "-a", "bolt://localhost:" + PORT, "--encryption", "false", "--format", "plain", "-f", file).redirectErrorStream(true).start();
    program.getOutputStream().close();
    var said = new String(program.getInputStream().readAllBytes());
    if (program.waitFor() != 0) throw new IOException("cypher-shell: " + said);
  }

  static void bulk(Path home, String folder) throws Exception {
    var options = new ArrayList<String>(List.of("database", "import", "full"));
    var script = Files.readString(Path.of(folder, "import.sh"));
    for (var word : script.substring(script.indexOf("import full") + 11, script.indexOf("\"$database\"")).split("[\\s\\\\]+"))
      if (!word.isBlank()) options.add(word.replace("=nodes.csv", "=" + folder + "/nodes.csv").replace("=relations.csv", "=" + folder + "/relations.csv"));
    options.add("--verbose");
    options.add("neo4j");
    var said = new ByteArrayOutputStream();
    var out = new PrintStream(said, true);
    var context = new ExecutionContext(home, Files.createDirectories(home.resolve("conf")), out, out, new DefaultFileSystemAbstraction());
    if (AdminTool.execute(context, options.toArray(String[]::new)) != 0) throw new IOException(said.toString());
  }

  static String described(GraphDatabaseService db) {
    long nodes = 0, edges = 0, sum = 0;
    var kinds = new TreeMap<String, Long>();
    var labels = new TreeMap<String, Long>();
    try (var tx = db.beginTx(); var all = tx.getAllNodes(); var relations = tx.getAllRelationships()) {
      for (var n : all) {
        ++nodes;
        var own = new TreeSet<String>();
        n.getLabels().forEach(l -> own.add(l.name()));
        own.forEach(l -> labels.merge(l, 1L, Long::sum));
        sum += checksum(own + text(n, NODE));
      }
      for (var r : relations) {
        ++edges;
        kinds.merge(r.getType().name(), 1L, Long::sum);
        sum += checksum(r.getStartNode().getProperty("uid") + r.getType().name() + r.getEndNode().getProperty("uid") + text(r, EDGE));
      }
    }
    return nodes + "\t" + edges + "\t" + joined(kinds) + "\t" + joined(labels) + "\t" + sum;
  }
  static String joined(Map<String, Long> counts) {
    return counts.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining(" "));
  }
  /** Values with their Java types, so that 1 and 1.0 and "1" differ. */
  static String text(Entity entity, List<String> keys) {
    var out = new StringBuilder();
    for (var key : keys) {
      var value = entity.getProperty(key, null);
      if (value == null) continue;
      out.append(key).append('=').append(value.getClass().getSimpleName()).append(':')
          .append(value instanceof Object[] list ? Arrays.toString(list) : value).append('\0');
    }
    return out.toString();
  }
  static long checksum(String text) {
    long hash = 1125899906842597L;
    for (int i = 0; i < text.length(); ++i) hash = 31 * hash + text.charAt(i);
    return hash * (hash | 1);
  }
}
