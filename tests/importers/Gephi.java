// SPDX-License-Identifier: Apache-2.0
import java.awt.Color;
import java.io.File;
import java.util.*;
import java.util.logging.LogManager;
import java.util.stream.*;
import org.gephi.graph.api.*;
import org.gephi.io.importer.api.*;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;

/** Gephi FILE...: one line for each: file, nodes, edges, kinds, sum of weights, coloured nodes, placed nodes, dated edges, trouble. */
class Gephi {
  public static void main(String[] files) throws Exception {
    LogManager.getLogManager().reset();
    var projects = Lookup.getDefault().lookup(ProjectController.class);
    projects.newProject();
    for (var file : files) {
      var workspace = projects.newWorkspace(projects.getCurrentProject());
      projects.openWorkspace(workspace);
      var importer = Lookup.getDefault().lookup(ImportController.class);
      var container = importer.importFile(new File(file));
      var trouble = new ArrayList<String>();
      if (!container.verify()) trouble.add("not verified");  // as the desktop does
      for (var it = container.getReport().getIssues(1000); it.hasNext(); ) {
        var issue = it.next();
        if (issue.getLevel() != Issue.Level.INFO) trouble.add(issue.getLevel() + " " + issue.getMessage());
      }
      importer.process(container, new DefaultProcessor(), workspace);
      var graph = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace).getGraph();
      System.out.println(new File(file).getName() + "\t" + graph.getNodeCount() + "\t" + graph.getEdgeCount() + "\t" + described(graph)
          + "\t" + trouble.stream().limit(5).collect(Collectors.joining("; ")));
    }
    System.exit(0);  // Gephi's threads would go on
  }

  static String described(Graph graph) {
    long coloured = 0, dated = 0;
    double weights = 0;
    var places = new HashSet<String>();
    var kinds = new TreeMap<String, Long>();
    for (var node : graph.getNodes().toArray()) {
      if (!node.getColor().equals(Color.BLACK)) ++coloured;
      places.add(node.x() + " " + node.y());
    }
    for (var edge : graph.getEdges().toArray()) {
      kinds.merge(String.valueOf(edge.getTypeLabel()), 1L, Long::sum);
      weights += edge.getWeight();
      if (edge.getIntervals().length > 0) ++dated;
    }
    return kinds.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining(" ")) + "\t" + weights + "\t"
        + coloured + "\t" + places.size() + "\t" + dated;
  }
}
