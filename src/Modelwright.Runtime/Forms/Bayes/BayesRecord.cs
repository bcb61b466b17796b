using Modelwright.Core.Artifacts;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms.Bayes;

/// <summary>How tables are stored: those of all inputs one after another. Docs: docs/forms.md.</summary>
internal static class BayesRecord
{
    internal static void Write(IArtifactWriter writer, BayesTables tables)
    {
        ArgumentNullException.ThrowIfNull(writer);
        InputRecord.Write(writer, tables.Inputs);
        writer.Numbers("start", tables.Start);
        writer.Integers("edge_counts", [.. tables.Tables.Select(table => table.Edges.Length)]);
        writer.Numbers("edges", [.. tables.Tables.SelectMany(table => table.Edges)]);
        writer.Integers("log_counts", [.. tables.Tables.Select(table => table.Logs.Length)]);
        writer.Numbers("logs", [.. tables.Tables.SelectMany(table => table.Logs)]);
    }

    internal static BayesTables Read(IArtifactReader reader)
    {
        var inputs = InputRecord.Read(reader);
        var start = reader.Numbers("start");
        var (edgeCounts, edges) = (reader.Integers("edge_counts"), reader.Numbers("edges"));
        var (logCounts, logs) = (reader.Integers("log_counts"), reader.Numbers("logs"));
        if (edgeCounts.Length != logCounts.Length || SoundArrays.Total(edgeCounts) != edges.Length || SoundArrays.Total(logCounts) != logs.Length)
        {
            throw new ArtifactException($"The arrays of {edgeCounts.Length} tables disagree about how many edges and logarithms there are. Make the file again, or fetch it again from where it was made.");
        }

        var tables = new BayesTable[edgeCounts.Length];
        for (int table = 0, edge = 0, log = 0; table < tables.Length; edge += edgeCounts[table], log += logCounts[table], table++)
        {
            tables[table] = new(edges[edge..(edge + edgeCounts[table])], logs[log..(log + logCounts[table])]);
        }

        return new(inputs, tables, start);
    }
}
