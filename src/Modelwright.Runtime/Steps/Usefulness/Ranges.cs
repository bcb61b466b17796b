namespace Modelwright.Runtime.Steps.Usefulness;

/// <summary>Cuts numbers into ranges of about equally many rows, to see what their order tells.</summary>
internal static class Ranges
{
    /// <summary>A range for each row, from 0; missing has the last one.</summary>
    /// <param name="values">One a row.</param>
    /// <param name="count">Ranges at most, beside that of missing.</param>
    internal static int[] Of(double[] values, int count)
    {
        double[] sorted = [.. values.Where(value => !double.IsNaN(value))];
        Array.Sort(sorted);
        double[] edges = sorted.Length == 0 ? [] : [.. Enumerable.Range(1, count - 1).Select(range => sorted[(int)((long)range * sorted.Length / count)]).Distinct()];
        return Array.ConvertAll(values, value => double.IsNaN(value) ? count : Find(edges, value));
    }

    private static int Find(double[] edges, double value) => Array.BinarySearch(edges, value) is var found and >= 0 ? found + 1 : ~Array.BinarySearch(edges, value);
}
