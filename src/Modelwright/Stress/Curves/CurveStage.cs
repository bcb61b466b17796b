using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Measures.Comparing;
using Modelwright.Stress.Perturbations;
using Modelwright.Validation;

namespace Modelwright.Stress.Curves;

/// <summary>Draws the curves: every perturbation on every column that it suits, and on all of them at once.</summary>
/// <param name="model">The model.</param>
/// <param name="perturbations">What may go wrong.</param>
/// <param name="seed">The only origin of chance.</param>
internal sealed class CurveStage(StressedModel model, IReadOnlyList<IPerturbation> perturbations, int seed)
{
    private static readonly double[] Severities = [0.1, 0.3, 1];

    /// <summary>What there is to draw: perturbation with columns, the whole rows of each perturbation first.</summary>
    /// <param name="columns">The columns that are looked at one by one, most important first.</param>
    public IEnumerable<(IPerturbation Perturbation, string? Column)> Plan(IReadOnlyList<string> columns)
    {
        foreach (var perturbation in perturbations)
        {
            if (Suited(perturbation).Length > 1)
            {
                yield return (perturbation, null);
            }
        }

        foreach (var column in columns)
        {
            var spec = model.Schema.Features.First(feature => feature.Name == column);
            foreach (var perturbation in perturbations.Where(perturbation => perturbation.Suits(spec, model.Schema)))
            {
                yield return (perturbation, column);
            }
        }
    }

    /// <summary>The curve on rows drawn at random and, where the perturbation has one, that of the worst place.</summary>
    public IEnumerable<StressCurve> Draw(IPerturbation perturbation, string? column, CancellationToken cancellation)
    {
        ColumnSpec[] columns = column is null ? Suited(perturbation) : [.. model.Schema.Features.Where(feature => feature.Name == column)];
        var (curve, whole) = Draw(perturbation, columns, column, order: null, cancellation);
        yield return curve;
        if (perturbation.Info.HasWorstPlace && whole is not null)
        {
            yield return Draw(perturbation, columns, column, Harm(whole), cancellation).Curve;
        }
    }

    private ColumnSpec[] Suited(IPerturbation perturbation) => [.. model.Schema.Features.Where(column => perturbation.Suits(column, model.Schema))];

    private (StressCurve Curve, Measures.Answers? Whole) Draw(IPerturbation perturbation, ColumnSpec[] columns, string? column, int[]? order, CancellationToken cancellation)
    {
        var points = new List<StressPoint> { new(0, model.Score(model.Calm), null) };
        Measures.Answers? last = null;
        foreach (var severity in Severities)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                last = model.Answer(Perturb(perturbation, columns, severity, order), cancellation);
                points.Add(new(severity, model.Score(last), null));
            }
            catch (ModelwrightException refusal)
            {
                last = null;
                points.Add(new(severity, null, refusal.Message));
            }
        }

        return (new(perturbation.Info.Name, column, order is not null, points), last);
    }

    private Table Perturb(IPerturbation perturbation, ColumnSpec[] columns, double severity, int[]? order)
    {
        // Each column goes wrong on rows of its own; what is misplaced comes from the columns as they were.
        var changed = model.Features;
        foreach (var column in columns)
        {
            var dose = new PerturbationDose(severity, SeedOf(perturbation, column)) { Order = order };
            changed = changed.With(perturbation.Apply(model.Features, column, dose)[column.Name]);
        }

        return changed;
    }

    private int SeedOf(IPerturbation perturbation, ColumnSpec column)
    {
        var mixed = seed;
        foreach (var letter in $"{perturbation.Info.Name}/{column.Name}")
        {
            mixed = Seeds.Mix(mixed, letter);
        }

        return mixed;
    }

    /// <summary>Rows by how much more each costs when it is touched, the dearest first.</summary>
    private int[] Harm(Measures.Answers whole)
    {
        var loss = RowLosses.For(model.Metric.Info);
        var (before, after) = (RowLosses.Of(loss, model.Calm), RowLosses.Of(loss, whole));
        return [.. Enumerable.Range(0, before.Length).OrderByDescending(row => after[row] - before[row])];
    }
}
