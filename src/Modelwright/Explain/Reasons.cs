using Modelwright.Runtime.Packaging;

namespace Modelwright.Explain;

/// <summary>The reasons for the answer to a row, in words.</summary>
public static class Reasons
{
    /// <summary>A contribution under this share of all together is not worth a sentence.</summary>
    private const double LeastShare = 0.01;

    /// <summary>All columns of a row, the largest contribution first.</summary>
    /// <param name="explanations">Explained rows.</param>
    /// <param name="package">The package that explained them.</param>
    /// <param name="row">0-based row.</param>
    /// <param name="output">0-based output.</param>
    /// <returns>One reason a column.</returns>
    public static IReadOnlyList<Reason> All(Explanations explanations, Package package, int row, int output = 0)
    {
        ArgumentNullException.ThrowIfNull(explanations);
        ArgumentNullException.ThrowIfNull(package);
        var words = new ColumnWords(package);
        var contributions = explanations.Of(row, output).ToArray();
        var errors = explanations.StandardErrors;
        var what = explanations.Predictions.Classes.Count == 0 ? "the answer" : $"the probability of '{explanations.Outputs[output]}'";
        return
        [
            .. Enumerable.Range(0, contributions.Length)
                .OrderByDescending(column => Math.Abs(contributions[column]))
                .ThenBy(column => column)
                .Select(column => One(words, explanations, row, column, contributions[column], what) with
                {
                    StandardError = errors?[(((row * explanations.Outputs.Count) + output) * contributions.Length) + column],
                }),
        ];
    }

    /// <summary>The reasons that are worth a sentence, the largest first.</summary>
    /// <param name="all">As <see cref="All"/> gives them.</param>
    /// <param name="most">How many at most.</param>
    /// <returns>The first of them.</returns>
    public static IReadOnlyList<Reason> Main(IReadOnlyList<Reason> all, int most)
    {
        ArgumentNullException.ThrowIfNull(all);
        var size = all.Sum(reason => Math.Abs(reason.Contribution));
        return [.. all.Take(most).Where(reason => Math.Abs(reason.Contribution) > LeastShare * size)];
    }

    private static Reason One(ColumnWords words, Explanations explanations, int row, int column, double contribution, string what)
    {
        var name = explanations.Columns[column];
        var (value, usual) = (words.Value(explanations.Rows[name], row), words.Usual(name));
        var given = value is null ? $"{name} without a value" : $"{name} {value}";
        var moves = contribution == 0 ? $"does not move {what}" : $"{(contribution > 0 ? "raises" : "lowers")} {what} by {ColumnWords.Number(Math.Abs(contribution))}";
        var beside = usual is null ? "" : usual == value ? ", the usual value" : $": usual here is {usual}";
        return new(name, value, usual, contribution, $"{given} {moves}{beside}");
    }
}
