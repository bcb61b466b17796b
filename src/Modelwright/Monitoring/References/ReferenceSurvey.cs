using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Measures;
using Modelwright.Monitoring.Drift;
using Modelwright.Monitoring.Performance;
using Modelwright.Monitoring.Quality;
using Modelwright.Monitoring.Windows;
using Modelwright.Runtime.Packaging;
using Modelwright.Validation;

namespace Modelwright.Monitoring.References;

/// <summary>Learns what honest rows look like, and what the model is worth on them.</summary>
internal sealed class ReferenceSurvey(Package package, MonitorOptions options)
{
    /// <summary>Rows that a reference has at least.</summary>
    public const int FewestRows = 100;

    private const int MostLabelled = 20_000;

    /// <summary>Looks at rows.</summary>
    /// <exception cref="DataException">They are too few, or the model refuses them.</exception>
    public ReferenceDocument Of(Table raw, CancellationToken cancellation)
    {
        var rows = Checked(raw);
        var answered = AnsweredRows.Of(package, rows, options.Threads, cancellation);
        var features = SurveyedColumns.Of([.. rows.Features.Select(feature => rows.Table[feature.Name])], rows.Counts);
        var answers = answered is null ? null : SurveyedColumns.Of(answered.Columns(), []);
        var notes = new List<string>();
        var document = new ReferenceDocument
        {
            ModelId = package.ModelId,
            Rows = raw.RowCount,
            LabelledRows = rows.Labelled.Length,
            Columns = features.Columns,
            Answers = answers?.Columns ?? [],
            Target = rows.Labelled.Length < FewestRows ? null : SurveyedColumns.Of([rows.Table[package.Model.Schema.Target!.Name].Take(rows.Labelled)], []).Columns[0],
            Together = features.Columns.Count < 2 ? null : Together(features, cancellation),
            Repeats = Repeats.Of([.. rows.Features.Select(feature => rows.Table[feature.Name])]),
            Performance = answered?.Metric is null ? null : Performance(rows, answered, features, answers!, notes, cancellation),
        };
        return document with { Notes = notes };
    }

    private WindowRows Checked(Table raw)
    {
        if (raw.RowCount < FewestRows)
        {
            throw new DataException(string.Create(CultureInfo.InvariantCulture, $"The reference has {raw.RowCount} rows, and at least {FewestRows} are needed; a thousand and more tell well. Bring more rows, or none: then the statistics in the package stand in."));
        }

        var rows = WindowRows.Of(package.Model.Schema, raw);
        string[] faults =
        [
            .. rows.Absent.Select(name => $"Column '{name}' is not in the reference, and the model needs it.{NearestName.Suggest(name, raw.Names)} Bring rows as the model takes them."),
            .. rows.Unreadable.Select(column => column.Fault),
        ];
        return faults.Length == 0 ? rows : throw new DataException(string.Join('\n', faults));
    }

    private ReferenceFeatures Together(SurveyedColumns surveyed, CancellationToken cancellation)
    {
        var seed = Seeds.Mix(options.Seed, 3);
        var rows = new RandomFeatures(surveyed.Columns, seed).Of(surveyed.Cells, surveyed.Codes, cancellation);
        var means = RandomFeatures.Means(rows);
        var features = new ReferenceFeatures { Seed = seed, Rows = rows.Length, Means = means, Traces = RandomFeatures.Traces(rows, means) };
        var usual = 0.0;
        foreach (var (from, to) in HonestParts.Of(rows.Length))
        {
            var (distance, chance) = RandomFeatures.Compare(features, RandomFeatures.Means(rows.AsSpan(from..to)), (1.0 / (to - from)) - (1.0 / rows.Length));
            usual = chance <= HonestParts.MostChance ? Math.Max(usual, distance) : usual;
        }

        return features with { UsualDistance = usual };
    }

    private ReferencePerformance Performance(WindowRows rows, AnsweredRows answered, SurveyedColumns features, SurveyedColumns answers, List<string> notes, CancellationToken cancellation)
    {
        var metrics = WatchedMetrics.Of(package.Model.Task, answered.Metric!);
        if (rows.Labelled.Length < PerformanceLearning.FewestRows)
        {
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"{rows.Labelled.Length} of the reference rows have a label, fewer than the {PerformanceLearning.FewestRows} that tell anything: estimates of performance are by the model's own probabilities, and raise no alarm."));
            return WithoutLabels(metrics, answered);
        }

        var all = answered.Paired()!;
        int[] some = [.. RowSample.Draw(all.Count, Math.Min(all.Count, MostLabelled), Seeds.Mix(options.Seed, 5))];
        int[] places = Array.ConvertAll(some, place => rows.Labelled[place]);
        int[][] codes = [.. features.Codes.Concat(answers.Codes).Select(code => Array.ConvertAll(places, row => code[row]))];
        int[] bins = [.. features.Columns.Concat(answers.Columns).Select(column => column.Shares.Length)];
        var learned = new PerformanceLearning(all.Take(some), codes, bins, Seeds.Mix(options.Seed, 6)).Run(metrics, cancellation);
        return TooGood(learned, answered.Metric!, all, notes) ?? learned;
    }

    private static ReferencePerformance WithoutLabels(IReadOnlyList<IMetric> metrics, AnsweredRows answered)
    {
        var expected = answered.WithoutTruth() is ClassAnswers classes ? new ExpectedClasses(classes, classes.Probabilities) : null;
        return new() { Figures = [.. metrics.Select(metric => expected?.Of(metric, null) is { } estimate ? new ReferenceFigure { Metric = metric.Info.Name, Estimated = estimate.Value, EstimatedError = estimate.StandardError } : new() { Metric = metric.Info.Name })] };
    }

    // On rows of training a model is better than on any others, and sure of itself: nothing that is learned there holds later.
    private ReferencePerformance? TooGood(ReferencePerformance learned, IMetric metric, Answers answers, List<string> notes)
    {
        if (PackageEvidence.Of(package, metric.Info.Name) is not { } told)
        {
            return null;
        }

        var here = metric.Estimate(answers);
        var isBetter = metric.Info.HigherIsBetter ? here.Lower > told.Upper : here.Upper < told.Lower;
        if (!isBetter)
        {
            return null;
        }

        notes.Add(string.Create(CultureInfo.InvariantCulture, $"On the reference the model scores {metric.Info.Name} {here.Value:G4}, better than the {told.Lower:G4} to {told.Upper:G4} that its evidence tells: these look like the rows it was trained on. So windows are held against the evidence, and estimates without labels raise no alarm. Bring rows that training did not see."));
        return learned with
        {
            Calibration = [],
            Absolute = null,
            Squared = null,
            Figures = [.. learned.Figures.Select(figure => new ReferenceFigure { Metric = figure.Metric, Realised = figure.Metric == metric.Info.Name ? told.Value : null, RealisedError = figure.Metric == metric.Info.Name ? told.StandardError : 0 })],
        };
    }
}
