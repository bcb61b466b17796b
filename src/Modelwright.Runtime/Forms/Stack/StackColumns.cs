using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms.Stack;

/// <summary>The columns in which the second layer of a stack reads what the members of the first answered: the same in training and in prediction.</summary>
public static class StackColumns
{
    /// <summary>What the names of such columns begin with; a column of the data may not.</summary>
    public const string Prefix = "stack:";

    /// <summary>A probability nearer to 0 or 1 counts as this far: beyond it the log-odds of an answer say nothing.</summary>
    internal const double Nearest = 1e-4;

    /// <summary>The names, member by member.</summary>
    /// <param name="members">Members of the first layer.</param>
    /// <param name="classes">Classes that each answers; 0 for numbers.</param>
    /// <returns>One a member for numbers and for two classes, else one a member and class.</returns>
    public static IReadOnlyList<string> Names(int members, int classes) =>
        [.. Enumerable.Range(0, members * Width(classes)).Select(place => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{place / Width(classes)}:{place % Width(classes)}"))];

    /// <summary>The rows with the answers as columns: numbers as they are, probabilities as log-odds, of two classes those of the second.</summary>
    /// <param name="rows">The rows; they have no column of such a name.</param>
    /// <param name="answers">One entry a member: its answers, row by row.</param>
    /// <param name="classes">Classes that each answers; 0 for numbers.</param>
    public static Table Add(Table rows, IReadOnlyList<double[]> answers, int classes)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(answers);
        var names = Names(answers.Count, classes);
        var columns = new List<Column>(rows.Columns);
        for (var place = 0; place < names.Count; place++)
        {
            columns.Add(new NumberColumn(names[place], Values(answers[place / Width(classes)], rows.RowCount, classes, place % Width(classes))));
        }

        return new(columns, rows.RowCount);
    }

    /// <summary>How many columns there are of some members.</summary>
    /// <param name="members">Members of the first layer.</param>
    /// <param name="classes">Classes that each answers; 0 for numbers.</param>
    public static long Count(int members, int classes) => (long)members * Width(classes);

    private static int Width(int classes) => classes <= 2 ? 1 : classes;

    private static double[] Values(double[] answers, int rows, int classes, int place)
    {
        var values = new double[rows];
        for (var row = 0; row < rows; row++)
        {
            values[row] = classes == 0 ? answers[row] : LogOdds(answers[(row * classes) + (classes == 2 ? 1 : place)]);
        }

        return values;
    }

    private static double LogOdds(double probability)
    {
        var held = Math.Clamp(probability, Nearest, 1 - Nearest);
        return PortableMath.Log(held / (1 - held));
    }
}
