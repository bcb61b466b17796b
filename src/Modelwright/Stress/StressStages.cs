using Modelwright.Core.Learning;
using Modelwright.Stress.Curves;
using Modelwright.Stress.Gates;
using Modelwright.Stress.Perturbations;
using Modelwright.Stress.Schemas;
using Modelwright.Stress.Shifts;

namespace Modelwright.Stress;

/// <summary>The parts of a test, one after another, until all are done or the time is over.</summary>
internal sealed class StressStages(StressedModel model, StressOptions told, long start)
{
    /// <summary>Columns that are put under strain one by one, where not all are asked for.</summary>
    private const int MostColumns = 12;

    private const double CurveShare = 0.9;

    private readonly List<string> _notRun = [];

    private double Elapsed => told.Time.GetElapsedTime(start).TotalSeconds;

    private bool IsOver => Elapsed > told.Seconds;

    /// <summary>Runs all of it.</summary>
    public StressReport Run(LearningTask task, CancellationToken cancellation)
    {
        Say(0, "Looking which columns matter.");
        var columns = new ColumnOrder(model).Of(cancellation);
        var looked = told.IsDeep ? columns : [.. columns.Take(MostColumns)];
        if (looked.Count < columns.Count)
        {
            _notRun.Add($"{columns.Count - looked.Count} of {columns.Count} columns were not put under strain one by one, those that matter least. Look at all with --deep.");
        }

        var probes = new SchemaStage(model).Run(cancellation).ToArray();
        ShiftScore[] shifts = [.. new ShiftStage(model).Run(looked)];
        var curves = Draw(looked, cancellation);
        GateFigure[] figures = [.. GateFigures.Of(model, curves, probes)];
        Say(1, "Done.");
        return new()
        {
            ModelId = "",
            Metric = model.Metric.Info.Name,
            Seed = told.Seed,
            Rows = model.Rows.RowCount,
            RowsUnderStrain = model.Rows.RowCount,
            Calm = model.Score(model.Calm),
            Curves = curves,
            Shifts = shifts,
            Probes = probes,
            Figures = figures,
            Gate = (told.Gate ?? Gate.For(task)).Judge(figures),
            NotRun = _notRun,
            Seconds = Math.Round(Elapsed, 3),
        };
    }

    private List<StressCurve> Draw(IReadOnlyList<string> columns, CancellationToken cancellation)
    {
        var stage = new CurveStage(model, BuiltInPerturbations.All, told.Seed);
        var plan = stage.Plan(columns).ToArray();
        var curves = new List<StressCurve>();
        for (var place = 0; place < plan.Length; place++)
        {
            if (IsOver)
            {
                _notRun.Add($"{plan.Length - place} of {plan.Length} curves were not drawn: the time was over. Give more with --budget.");
                break;
            }

            var (perturbation, column) = plan[place];
            Say(0.1 + (CurveShare * place / plan.Length), $"{perturbation.Info.Title}: {column ?? "all columns"}.");
            curves.AddRange(stage.Draw(perturbation, column, cancellation));
        }

        return curves;
    }

    private void Say(double share, string doing) => told.Progress?.Report((share, doing));
}
