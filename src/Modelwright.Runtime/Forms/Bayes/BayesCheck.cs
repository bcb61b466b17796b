using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms.Bayes;

/// <summary>Says whether tables can be asked safely and always give finite scores, whoever made them.</summary>
internal static class BayesCheck
{
    internal static void Check(string form, BayesTables tables)
    {
        var classes = tables.Start.Length;
        if (tables.Tables.Count != tables.Inputs.Count || classes == 0)
        {
            throw new ArtifactException($"Form '{form}' has {tables.Tables.Count} tables for {tables.Inputs.Count} inputs, and {classes} classes. Give it a table an input and at least one class.");
        }

        var bound = Largest(tables.Start);
        for (var input = 0; input < tables.Inputs.Count; input++)
        {
            var (table, column) = (tables.Tables[input], tables.Inputs[input]);
            var isCategory = column.Type == ColumnType.Category;
            var cells = isCategory ? column.Levels.Count : table.Edges.Length + 1L;
            if ((isCategory && table.Edges.Length > 0) || table.Logs.Length != cells * classes)
            {
                throw new ArtifactException($"The table of form '{form}' for input '{column.Name}' has {table.Edges.Length} edges and {table.Logs.Length} logarithms for {cells} cells and {classes} classes. Give one a cell and class, and edges to numbers alone.");
            }

            if (!SoundArrays.AreFinite(table.Edges) || !SoundArrays.AreAscending(table.Edges))
            {
                throw new ArtifactException($"The edges of form '{form}' for input '{column.Name}' are not finite, or do not rise. Make the model again.");
            }

            bound += Largest(table.Logs);
        }

        if (!double.IsFinite(bound))
        {
            throw new ArtifactException($"A logarithm of form '{form}' is not finite, or they add up beyond the range of numbers. Make the model again.");
        }
    }

    private static double Largest(double[] values)
    {
        var largest = 0.0;
        foreach (var value in values)
        {
            largest = double.IsNaN(value) ? double.PositiveInfinity : Math.Max(largest, Math.Abs(value));
        }

        return largest;
    }
}
