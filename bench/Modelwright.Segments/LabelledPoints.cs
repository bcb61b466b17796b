using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Measures.Segments;
using Modelwright.Sources;

namespace Modelwright.Segments;

/// <summary>One set: columns x1, x2, … on one scale, and columns labels0, labels1, … for scoring only; 0 there is noise.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Points">The columns, each with mean 0 and standard deviation 1.</param>
/// <param name="Labellings">Known labels; -1 where a row is left out of the score.</param>
internal sealed record LabelledPoints(string Name, PointMatrix Points, IReadOnlyList<int[]> Labellings)
{
    /// <summary>The number of segments of a labelling.</summary>
    public int ClustersOf(int labelling) => Labellings[labelling].Where(label => label >= 0).Distinct().Count();

    /// <summary>Reads the sets of a folder in the order of their names.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="names">Which; empty means all.</param>
    public static async Task<IReadOnlyList<LabelledPoints>> ReadAsync(string folder, IReadOnlyList<string> names)
    {
        var files = Directory.GetFiles(folder, "*.csv*").Order(StringComparer.Ordinal).Where(file => names.Count == 0 || names.Any(name => file.Contains(name, StringComparison.Ordinal))).ToArray();
        if (files.Length == 0)
        {
            throw new OptionsException($"Folder '{folder}' has no set that was asked for. Give a folder of CSV files with columns x1, x2, … and labels0.");
        }

        var sets = new List<LabelledPoints>();
        foreach (var file in files)
        {
            sets.Add(Of(Path.GetFileName(file).Split('.')[0], (await SourceTable.ReadAsync(file).ConfigureAwait(false)).Table));
        }

        return sets;
    }

    /// <summary>Puts columns on one scale, row after row.</summary>
    public static PointMatrix Scaled(IReadOnlyList<double[]> columns)
    {
        var values = new double[columns.Count * columns[0].Length];
        for (var column = 0; column < columns.Count; column++)
        {
            var mean = columns[column].Average();
            var spread = Math.Sqrt(columns[column].Average(value => (value - mean) * (value - mean)));
            for (var row = 0; row < columns[column].Length; row++)
            {
                values[(row * columns.Count) + column] = spread > 0 ? (columns[column][row] - mean) / spread : 0;
            }
        }

        return new(values, columns.Count);
    }

    private static LabelledPoints Of(string name, Table table)
    {
        double[][] Numbers(string start) => [.. table.Columns.Where(column => column.Name.StartsWith(start, StringComparison.Ordinal)).Select(Values)];
        return new(name, Scaled(Numbers("x")), [.. Numbers("labels").Select(labels => Array.ConvertAll(labels, label => label == 0 ? -1 : (int)label))]);
    }

    private static double[] Values(Column column) => column is NumberColumn numbers
        ? [.. Enumerable.Range(0, numbers.RowCount).Select(numbers.Values.At)]
        : throw new DataException($"Column '{column.Name}' holds no numbers. Leave it out.");
}
