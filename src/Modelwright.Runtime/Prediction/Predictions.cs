using Modelwright.Core.Errors;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Runtime.Prediction.Rules;

namespace Modelwright.Runtime.Prediction;

/// <summary>The answers to many rows, in their order. Immutable by agreement: its arrays are not to be changed.</summary>
public sealed class Predictions
{
    private readonly Interval[]? _intervals;

    internal Predictions(IReadOnlyList<string> classes, int rowCount, double[] outputs, IReadOnlyList<ColumnCounts> counts, AnswerRules rules, Interval[]? intervals = null)
    {
        _intervals = intervals;
        Rules = rules;
        Classes = classes;
        RowCount = rowCount;
        Outputs = outputs;
        Counts = counts;
    }

    /// <summary>What is answered where it is neither classes nor one number; else empty.</summary>
    public IReadOnlyList<AnswerColumn> Columns { get; internal init; } = [];

    /// <summary>What is said in words beside the numbers, such as why a row is strange; null where the model says nothing.</summary>
    public AnswerTexts? Texts { get; internal init; }

    /// <summary>What a person should know of how the rows were answered, each a sentence; empty where nothing is out of the ordinary.</summary>
    public IReadOnlyList<string> Notes { get; internal init; } = [];

    /// <summary>The classes; empty for other tasks.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>Number of rows.</summary>
    public int RowCount { get; }

    /// <summary>For classification: rows x classes, the probabilities. For regression: one number a row. Else rows x <see cref="Columns"/>.</summary>
    public double[] Outputs { get; }

    /// <summary>What was missing, unseen or unreadable, by column.</summary>
    public IReadOnlyList<ColumnCounts> Counts { get; }

    /// <summary>The answer to one row.</summary>
    /// <param name="row">0-based row.</param>
    public Answer this[int row] => row >= 0 && row < RowCount
        ? new(this, row)
        : throw new ArgumentOutOfRangeException(nameof(row), row, $"There are {RowCount} rows, counted from 0.");

    /// <summary>Which class is answered, and how sure an answer is.</summary>
    public AnswerRules Rules { get; }

    /// <summary>For classification: the answered class; the one that the model's decision names, without one the most probable, the first of equals.</summary>
    /// <param name="row">0-based row.</param>
    /// <returns>The class.</returns>
    /// <exception cref="InvalidOperationException">The model answers numbers.</exception>
    public string Label(int row) => Classes.Count == 0
        ? throw new InvalidOperationException("The model answers no classes. Read Outputs instead.")
        : Classes[Rules.Choose(Outputs.AsSpan(row * Classes.Count, Classes.Count))];

    /// <summary>One answered number of a row.</summary>
    /// <param name="row">0-based row.</param>
    /// <param name="column">The name of one of <see cref="Columns"/>.</param>
    /// <returns>The number.</returns>
    /// <exception cref="OptionsException">No such column is answered.</exception>
    public double Value(int row, string column)
    {
        for (var place = 0; place < Columns.Count; place++)
        {
            if (Columns[place].Name == column)
            {
                return Outputs[(row * Columns.Count) + place];
            }
        }

        string[] names = [.. Columns.Select(answered => answered.Name)];
        throw new OptionsException($"The model answers no column '{column}'.{NearestName.Suggest(column, names)} It answers: {(names.Length == 0 ? "classes or one number" : string.Join(", ", names))}.");
    }

    /// <summary>For regression: the interval that holds the true number as often as <see cref="IntervalRule.Level"/> says.</summary>
    /// <param name="row">0-based row.</param>
    /// <returns>The interval; null where the model has none.</returns>
    public Interval? Interval(int row) => _intervals is { } intervals ? intervals[row] : Rules.Intervals?.Around(Outputs[row]);

    /// <summary>For classification: the classes among which the true one is as often as <see cref="ClassSetRule.Level"/> says, in the order of <see cref="Classes"/>.</summary>
    /// <param name="row">0-based row.</param>
    /// <returns>One class or more; null where the model has no sets.</returns>
    public IReadOnlyList<string>? Set(int row)
    {
        if (Rules.Sets is not { } sets)
        {
            return null;
        }

        var shares = Outputs.AsSpan(row * Classes.Count, Classes.Count);
        var held = new List<string>();
        for (var place = 0; place < shares.Length; place++)
        {
            if (sets.Holds(shares, place))
            {
                held.Add(Classes[place]);
            }
        }

        return held;
    }
}
