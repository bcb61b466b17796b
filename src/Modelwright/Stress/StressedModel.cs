using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Measures;
using Modelwright.Measures.Comparing;

namespace Modelwright.Stress;

/// <summary>A model with labelled rows that it is put under strain on. Safe from any thread.</summary>
internal sealed class StressedModel
{
    private readonly Func<Table, CancellationToken, Answers> _answer;
    private readonly double _lead;

    /// <summary>Asks the model once without any strain.</summary>
    /// <param name="schema">What the columns mean.</param>
    /// <param name="rows">Rows in the types of the schema, the target among them; all have one.</param>
    /// <param name="metric">What the model is to be good at.</param>
    /// <param name="answer">Answers rows as a source would give them, paired with the truth; the rows keep their order and their target.</param>
    /// <param name="groups">One number a row where rows belong together; else null.</param>
    /// <param name="cancellation">Asks to end.</param>
    public StressedModel(Schema schema, Table rows, IMetric metric, Func<Table, CancellationToken, Answers> answer, int[]? groups, CancellationToken cancellation)
        : this(schema, rows, metric, answer, groups, answer(rows, cancellation))
    {
    }

    private StressedModel(Schema schema, Table rows, IMetric metric, Func<Table, CancellationToken, Answers> answer, int[]? groups, Answers calm)
    {
        (Schema, Rows, Metric, _answer, Groups) = (schema, rows, metric, answer, groups);
        Features = rows.Select([.. schema.Features.Select(column => column.Name)]);
        Calm = calm;
        CalmScore = metric.Estimate(Calm, Groups);
        _lead = Sign * (CalmScore.Value - metric.Info.Constant(Calm));
    }

    /// <summary>What the columns mean.</summary>
    public Schema Schema { get; }

    /// <summary>All columns that were brought.</summary>
    public Table Rows { get; }

    /// <summary>The columns that the model predicts from.</summary>
    public Table Features { get; }

    /// <summary>What the model is to be good at.</summary>
    public IMetric Metric { get; }

    /// <summary>One number a row where rows belong together; else null.</summary>
    public int[]? Groups { get; }

    /// <summary>The answers without strain.</summary>
    public Answers Calm { get; }

    /// <summary>The main metric without strain.</summary>
    public Estimate CalmScore { get; }

    /// <summary>What the model wins over a constant answer; above 0 where it is of use.</summary>
    public double Lead => _lead;

    private int Sign => Metric.Info.HigherIsBetter ? 1 : -1;

    /// <summary>Answers the rows with other features in place of theirs.</summary>
    /// <exception cref="ModelwrightException">The rows are refused.</exception>
    public Answers Answer(Table features, CancellationToken cancellation)
    {
        var rows = Rows;
        foreach (var column in features.Columns)
        {
            rows = rows.With(column);
        }

        return _answer(rows, cancellation);
    }

    /// <summary>The same model on some of the rows.</summary>
    public StressedModel Take(int[] rows) =>
        new(Schema, Rows.Take(rows), Metric, _answer, Groups is { } groups ? Array.ConvertAll(rows, row => groups[row]) : null, Calm.Take(rows));

    /// <summary>Answers rows as they are brought, of any columns.</summary>
    /// <exception cref="ModelwrightException">The rows are refused.</exception>
    public Answers AnswerAsBrought(Table rows, CancellationToken cancellation) => _answer(rows, cancellation);

    /// <summary>The score of answers to the same rows under strain.</summary>
    public StressScore Score(Answers strained)
    {
        var score = Metric.Estimate(strained, Groups);
        var difference = ((IPairedMetric)Metric).Difference(Calm, strained, Groups);
        var (one, other) = (Lost(difference.Lower), Lost(difference.Upper));
        return new(score.Value, score.Lower, score.Upper, Lost(difference.Value), Math.Min(one, other), Math.Max(one, other));
    }

    /// <summary>The share of the lead that a difference of scores is.</summary>
    public double Lost(double difference) => _lead > 0 ? -Sign * difference / _lead : double.NaN;
}
