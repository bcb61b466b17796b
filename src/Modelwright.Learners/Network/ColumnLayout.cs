using Modelwright.Core.Data;
using Modelwright.Core.Learning;

namespace Modelwright.Learners.Network;

/// <summary>What is learned of the columns before the network: which are used, and where their numbers stand.</summary>
internal sealed class ColumnLayout
{
    /// <summary>Rows from which a column's quantiles are taken at most: evenly spread ones.</summary>
    private const int MostRows = 100_000;

    private ColumnLayout(NumberColumn[] numbers, CategoryColumn[] categories, int mostOneHot)
    {
        Numbers = [.. numbers.Select(column => column.Name)];
        Inputs = [.. numbers.Select(column => new FormInput(column.Name, ColumnType.Number, [])), .. categories.Select(column => new FormInput(column.Name, ColumnType.Category, column.Levels))];
        Categories = [.. categories.Select(column => Inputs.First(input => input.Name == column.Name))];
        (Centers, Scales) = (new double[numbers.Length], new double[numbers.Length]);
        List<int> marked = [];
        for (var number = 0; number < numbers.Length; number++)
        {
            (Centers[number], Scales[number], var isMarked) = Place(numbers[number]);
            if (isMarked)
            {
                marked.Add(number);
            }
        }

        Marked = [.. marked];
        HasVectors = [.. categories.Select(column => column.Levels.Count > mostOneHot)];
    }

    /// <summary>The inputs of the form: numbers, then categories.</summary>
    public FormInput[] Inputs { get; }

    /// <summary>Names of the number columns.</summary>
    public string[] Numbers { get; }

    /// <summary>The category columns.</summary>
    public FormInput[] Categories { get; }

    /// <summary>Medians.</summary>
    public double[] Centers { get; }

    /// <summary>One over the distance between the quartiles; 0 where a number never changes.</summary>
    public double[] Scales { get; }

    /// <summary>Numbers that are missing in some rows.</summary>
    public int[] Marked { get; }

    /// <summary>Which categories have a vector a level.</summary>
    public bool[] HasVectors { get; }

    /// <summary>Learns the layout of columns; those that tell nothing apart are left out.</summary>
    public static ColumnLayout Of(Table features, int mostOneHot)
    {
        Column[] varying = [.. features.Columns.Where(ColumnChecks.Varies)];
        return new([.. varying.OfType<NumberColumn>()], [.. varying.OfType<CategoryColumn>()], mostOneHot);
    }

    private static (double Center, double Scale, bool IsMarked) Place(NumberColumn column)
    {
        var values = new double[column.RowCount];
        column.Values.CopyTo(values);
        var there = Array.FindAll(values, value => !double.IsNaN(value));
        var isMarked = there.Length < values.Length;
        var step = 1 + ((there.Length - 1) / MostRows);
        var some = step > 1 ? [.. Enumerable.Range(0, there.Length / step).Select(place => there[place * step])] : there;
        if (some.Length == 0)
        {
            return (0, 0, isMarked);
        }

        Array.Sort(some);
        var range = Quantile(some, 0.75) - Quantile(some, 0.25);

        // More than half of the rows share a value: then the ends say how far apart the others are.
        var scale = range > 0 ? 1 / range : 2 / (there.Max() - there.Min());
        return (Quantile(some, 0.5) + 0.0, double.IsFinite(scale) ? scale : 0, isMarked);
    }

    private static double Quantile(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        var part = place - below;
        return part == 0 ? sorted[below] : (sorted[below] * (1 - part)) + (sorted[below + 1] * part);
    }
}
