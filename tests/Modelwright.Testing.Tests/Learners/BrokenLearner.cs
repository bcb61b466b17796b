using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Learners.Trees;

namespace Modelwright.Testing.Tests.Learners;

/// <summary>A small forest of extremely randomised trees, but for one promise.</summary>
internal sealed class BrokenLearner(string broken) : ILearner
{
    private readonly ExtraTreesLearner _sound = new();
    private int _fits;
    private int _lastRows;

    public LearnerInfo Info => broken switch
    {
        "title" => _sound.Info with { Source = "" },
        "fixed" => _sound.Info with { IsRandom = false },
        _ => _sound.Info,
    };

    public IReadOnlyList<ParameterSpec> Parameters => broken == "default"
        ? [ParameterSpec.Integer("trees", (1, 2000), 3000, "Number of trees."), .. _sound.Parameters.Skip(1)]
        : _sound.Parameters;

    public string? Unavailable => null;

    public IReadOnlyList<ParameterValues> Recommend(DataShape shape) =>
        [.. _sound.Recommend(shape).Take(1).Select(values => values.With("trees", broken == "recommends" && shape.Rows == 1_000_000 ? 0 : 12))];

    public FitCost Estimate(DataShape shape, ParameterValues values)
    {
        var cost = _sound.Estimate(shape, values);
        return broken switch
        {
            "estimate" => cost with { Seconds = cost.Seconds * 20 },
            "shrinks" => cost with { Seconds = cost.Seconds / (1 + shape.Rows) },
            _ => cost,
        };
    }

    public Fitted Fit(TrainingSet data, ParameterValues values, FitContext context)
    {
        try
        {
            Break(data, values);
            var fitted = _sound.Fit(Changed(data), Changed(values), Changed(context, data));
            var report = broken == "late" && context.Deadline > 0 ? fitted.Report with { Decided = values } : fitted.Report;
            return new(BrokenForm.Of(fitted.Form, broken), report);
        }
        catch (DataException) when (broken == "remedy" && data.Target is null)
        {
            throw new DataException("no target");
        }
    }

    private void Break(TrainingSet data, ParameterValues values)
    {
        if (broken == "writes" && data.Weights is { Length: > 1 } weights && weights[1] == 2)
        {
            weights[1] = 3;
        }

        if (broken == "bound" && values.Texts.GetValueOrDefault("max_depth") == "1" && data.Features.RowCount == 60)
        {
            throw new InvalidOperationException("too shallow");
        }

        if (broken == "levels" && data.Features.Columns.OfType<CategoryColumn>().Any(column => column.Levels.Count > 1000))
        {
            throw new DataException("Too many levels. Group them.");
        }
    }

    private TrainingSet Changed(TrainingSet data) => broken switch
    {
        "columns" when data.Features.Columns.Count == 0 => data with { Features = new([new NumberColumn("own", [.. Enumerable.Range(0, data.Features.RowCount).Select(row => (double)row)])]) },
        "stranger" => data with { Features = new([.. data.Features.Columns.Where(column => Info.Takes.Contains(column.Type))], data.Features.RowCount) },
        "weights" => data with { Weights = null },
        "guess" when data.Features.RowCount == 600 && data.Weights is null && data.Target is { } target => data with { Target = target.Take([.. Enumerable.Range(0, 600).Reverse()]) },
        "negative" => data with { Features = new([.. data.Features.Columns.Select(Signed)], data.Features.RowCount) },
        _ => data,
    };

    private ParameterValues Changed(ParameterValues values) => broken switch
    {
        "range" when values.Texts.TryGetValue("trees", out var trees) && trees == "2001" => values.With("trees", 2000),
        "unknown" => ParameterValues.From(values.Texts.Where(pair => Parameters.Any(spec => spec.Name == pair.Key))),
        _ => values,
    };

    private FitContext Changed(FitContext context, TrainingSet data) => broken switch
    {
        "drawn" => context with { Seed = Interlocked.Increment(ref _fits) },
        "remembers" => context with { Seed = context.Seed + (Interlocked.Exchange(ref _lastRows, data.Features.RowCount) == 180 ? 1 : 0) },
        "threads" => context with { Seed = context.Threads },
        "ones" when data.Weights is { } weights && weights.All(weight => weight == 1) => context with { Seed = context.Seed + 1 },
        "culture" when CultureInfo.CurrentCulture.Name == "de-DE" => context with { Seed = context.Seed + 1 },
        "token" when context.Cancellation.IsCancellationRequested => context with { Cancellation = CancellationToken.None },
        "deaf" when context.Progress is not null && !context.Cancellation.IsCancellationRequested => context with { Cancellation = CancellationToken.None },
        "progress" => context with { Progress = context.Progress is { } progress ? share => progress(1 - share) : null },
        _ => context,
    };

    /// <summary>Tells -0.0 from 0.0.</summary>
    private static Column Signed(Column column) => column is NumberColumn numbers
        ? new NumberColumn(column.Name, [.. Enumerable.Range(0, column.RowCount).Select(row => numbers.Values.At(row) is 0 and var zero && double.IsNegative(zero) ? -1 : numbers.Values.At(row))])
        : column;
}
