using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Measures;
using Modelwright.Runtime.Prediction.Rules;
using Modelwright.Stress.Attacks.Rows;
using Modelwright.Stress.Attacks.Threats;
using Modelwright.Stress.Attacks.Trees;

namespace Modelwright.Stress.Attacks;

/// <summary>A model with rows that an opponent wants to be answered otherwise. Safe from any thread.</summary>
/// <remarks>
/// An answer is flipped where another class is answered; for numbers, where the answer moves by more than <see cref="Amount"/>.
/// </remarks>
public sealed class AttackTarget
{
    private const int MostQuantiles = 32;

    private readonly Func<Table, CancellationToken, Answers> _answer;
    private readonly Dictionary<string, double[]> _quantiles;
    private readonly Lazy<AttackTarget?> _imitation;
    private readonly Lazy<TreeThresholds?> _thresholds;
    private readonly Lazy<TreeTarget?> _trees;

    /// <summary>Makes a target.</summary>
    /// <param name="schema">What the columns mean.</param>
    /// <param name="rows">Rows in the types of the schema with all columns that the model is to be brought; some of them are attacked, all tell which values are usual.</param>
    /// <param name="threat">What the opponent can change.</param>
    /// <param name="answer">Answers any number of such rows in their order.</param>
    /// <param name="calm">The answers to the rows as they are.</param>
    public AttackTarget(Schema schema, Table rows, Threat threat, Func<Table, CancellationToken, Answers> answer, Answers calm)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(threat);
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(calm);
        (Schema, Rows, Threat, _answer, Calm) = (schema, rows, threat, answer, calm);
        _imitation = new(() => Surrogate is { } surrogate ? new(Schema, Rows, Threat, surrogate, surrogate(Rows, CancellationToken.None)) { MostQueries = MostQueries } : null);
        _thresholds = new(() => Form is null ? null : new(Form));
        _trees = new(() => Form is null ? null : TreeTarget.Of(Form, Decision, this));
        Amount = calm is NumberAnswers numbers ? Error(numbers) : 0;
        _quantiles = schema.Features.Where(spec => spec.Type is ColumnType.Number or ColumnType.Time)
            .ToDictionary(spec => spec.Name, spec => Quantiles(rows[spec.Name]), StringComparer.Ordinal);
    }

    /// <summary>What the columns mean.</summary>
    public Schema Schema { get; }

    /// <summary>The rows with all columns that the model is brought.</summary>
    public Table Rows { get; }

    /// <summary>What the opponent can change.</summary>
    public Threat Threat { get; }

    /// <summary>The answers to the rows as they are.</summary>
    public Answers Calm { get; }

    /// <summary>For numbers, by how much an answer must move to count as flipped: the model's root mean squared error on the rows. 0 for classes.</summary>
    public double Amount { get; }

    /// <summary>Rows that an attack may have answered for one row it attacks; 1 or more.</summary>
    public int MostQueries { get; init; } = 2_000;

    /// <summary>Answers of a model that the opponent made to imitate this one; null where there is none.</summary>
    public Func<Table, CancellationToken, Answers>? Surrogate { get; init; }

    /// <summary>The form of the model, for attacks that look inside; null where it is not to be looked into.</summary>
    public IForm? Form { get; init; }

    /// <summary>Which class the model answers for some probabilities; null for the most probable.</summary>
    public ClassDecision? Decision { get; init; }

    /// <summary>Whether a small change of a number can move the answer a little, as with networks and unlike with trees.</summary>
    internal bool IsSmooth => _thresholds.Value?.HasOthers ?? true;

    /// <summary>The model as trees over the columns; null where it is none, or is not known.</summary>
    internal TreeTarget? Trees => _trees.Value;

    /// <summary>Answers rows.</summary>
    /// <param name="rows">Any number of rows with all columns that the model is brought.</param>
    /// <param name="cancellation">Asks to end.</param>
    /// <returns>One answer a row, in their order.</returns>
    public Answers Answer(Table rows, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(rows);
        cancellation.ThrowIfCancellationRequested();
        return _answer(rows, cancellation);
    }

    /// <summary>Whether a row is answered rightly as it is, for numbers to <see cref="Amount"/>: an opponent has nothing to win where it is not.</summary>
    /// <param name="row">0-based row.</param>
    public bool IsRight(int row) => Calm switch
    {
        ClassAnswers classes => classes.Answered(row) == classes.Truth[row],
        NumberAnswers numbers => Math.Abs(numbers.Predicted[row] - numbers.Truth[row]) <= Amount,
        _ => false,
    };

    /// <summary>Whether an answer is another than the one to a row as it is.</summary>
    /// <param name="row">0-based row.</param>
    /// <param name="answers">Answers of the same model.</param>
    /// <param name="place">Which of them.</param>
    public bool IsFlipped(int row, Answers answers, int place) => (Calm, answers) switch
    {
        (ClassAnswers calm, ClassAnswers now) => calm.Answered(row) != now.Answered(place),
        (NumberAnswers calm, NumberAnswers now) => Math.Abs(now.Predicted[place] - calm.Predicted[row]) > Amount,
        _ => false,
    };

    /// <summary>How near an answer is to being flipped; higher is nearer, and what it is beyond that differs by kind of answer.</summary>
    internal double Guide(int row, Answers answers, int place) => (Calm, answers) switch
    {
        (ClassAnswers calm, ClassAnswers now) => Lead(now, place, calm.Answered(row)),
        (NumberAnswers calm, NumberAnswers now) => Math.Abs(now.Predicted[place] - calm.Predicted[row]),
        _ => double.NegativeInfinity,
    };

    /// <summary>The same with a sign for numbers, whose answer can move either way.</summary>
    internal double Move(int row, Answers answers, int place) => (Calm, answers) switch
    {
        (NumberAnswers calm, NumberAnswers now) => now.Predicted[place] - calm.Predicted[row],
        _ => Guide(row, answers, place),
    };

    /// <summary>Values of a number or a time in days that are worth a try: quantiles of the rows and where the model is known to change.</summary>
    internal IEnumerable<double> Values(string column) => _quantiles.GetValueOrDefault(column, []).Concat(_thresholds.Value?.Of(column) ?? []);

    /// <summary>Makes a row ready to be attacked.</summary>
    internal AttackedRow Open(int row) => new(this, row, new ChangedRow(Threat, Schema, Rows, row));

    /// <summary>The same rows and threat with the surrogate in place of the model, which is asked about all rows once; null where there is none.</summary>
    internal AttackTarget? Imitation => _imitation.Value;

    private static double Lead(ClassAnswers answers, int place, int own)
    {
        var width = answers.Classes.Count;
        var shares = answers.Probabilities.AsSpan(place * width, width);
        var other = double.NegativeInfinity;
        for (var label = 0; label < width; label++)
        {
            other = label == own ? other : Math.Max(other, shares[label]);
        }

        return other - shares[own];
    }

    private static double Error(NumberAnswers numbers) =>
        Math.Sqrt(numbers.Predicted.Zip(numbers.Truth, (answer, truth) => (answer - truth) * (answer - truth)).DefaultIfEmpty().Average());

    private static double[] Quantiles(Column column)
    {
        double[] sorted = [.. RowCells.Numbers(column).Where(double.IsFinite).Order()];
        return [.. Enumerable.Range(0, MostQuantiles + 1).Where(_ => sorted.Length > 0).Select(place => sorted[(int)((long)place * (sorted.Length - 1) / MostQuantiles)]).Distinct()];
    }
}
