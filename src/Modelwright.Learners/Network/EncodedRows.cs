using Modelwright.Core.Data;

namespace Modelwright.Learners.Network;

/// <summary>Rows as a network reads them, column by column.</summary>
internal sealed class EncodedRows
{
    private const double Reach = 3;
    private const double Farthest = 1e6;

    /// <summary>Encodes the rows of a table.</summary>
    /// <param name="layout">What was learned of the columns.</param>
    /// <param name="features">A table with all of them.</param>
    public EncodedRows(ColumnLayout layout, Table features)
    {
        Count = features.RowCount;
        Numbers = [.. layout.Numbers.Select((name, number) => Drawn((NumberColumn)features[name], layout.Centers[number], layout.Scales[number]))];
        Markers = [.. layout.Marked.Select(number => Missing((NumberColumn)features[layout.Numbers[number]]))];
        Codes = [.. layout.Categories.Select(input => Levels((CategoryColumn)features[input.Name], input.Levels))];
    }

    /// <summary>Rows.</summary>
    public int Count { get; }

    /// <summary>Places drawn in to within 3 of 0; a missing number is 0.</summary>
    public float[][] Numbers { get; }

    /// <summary>1 where a marked number is missing, else 0.</summary>
    public float[][] Markers { get; }

    /// <summary>1 + the code of each level; 0 for what is missing or unseen.</summary>
    public int[][] Codes { get; }

    private static float[] Drawn(NumberColumn column, double center, double scale)
    {
        var drawn = new float[column.RowCount];
        for (var block = 0; block < column.Values.BlockCount; block++)
        {
            var (values, to) = (column.Values[block].ToArray(), block * Blocks<double>.Size);
            for (var row = 0; row < values.Length; row++)
            {
                var place = (values[row] - center) * scale;
                place = double.IsNaN(place) ? 0 : Math.Clamp(place, -Farthest, Farthest) + 0.0;
                drawn[to + row] = (float)(place / Math.Sqrt(1 + (place / Reach * (place / Reach))));
            }
        }

        return drawn;
    }

    private static float[] Missing(NumberColumn column)
    {
        var values = new double[column.RowCount];
        column.Values.CopyTo(values);
        return Array.ConvertAll(values, value => double.IsNaN(value) ? 1f : 0f);
    }

    private static int[] Levels(CategoryColumn column, IReadOnlyList<string> levels)
    {
        var map = column.MapTo(levels);
        var codes = new int[column.RowCount];
        column.Codes.CopyTo(codes);
        return Array.ConvertAll(codes, code => code < 0 ? 0 : 1 + (map is null ? code : map[code]));
    }
}
