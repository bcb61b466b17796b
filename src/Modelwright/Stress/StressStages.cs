using Modelwright.Core.Data;
using Modelwright.Stress.Attacks;
using Modelwright.Stress.Attacks.Threats;
using Modelwright.Stress.Backdoors;
using Modelwright.Stress.Curves;
using Modelwright.Stress.Fairness;
using Modelwright.Stress.Gates;
using Modelwright.Stress.Perturbations;
using Modelwright.Stress.Poisoning;
using Modelwright.Stress.Privacy;
using Modelwright.Stress.Schemas;
using Modelwright.Stress.Shifts;
using Modelwright.Stress.Slices;

namespace Modelwright.Stress;

/// <summary>The parts of a test, one after another, until all are done or the time is over.</summary>
internal sealed class StressStages(StressGround ground, StressOptions told, long start)
{
    /// <summary>Columns that are put under strain one by one, where not all are asked for.</summary>
    private const int MostColumns = 12;

    private readonly StressedModel _model = ground.Model;
    private readonly List<string> _notRun = [];

    private double Elapsed => told.Time.GetElapsedTime(start).TotalSeconds;

    /// <summary>Runs all of it. What takes long has a share of the time by whose end it stops; what a part leaves, the next ones have.</summary>
    public StressReport Run(CancellationToken cancellation)
    {
        Say(0, "Looking which columns matter.");
        var columns = new ColumnOrder(_model).Of(Until(0.1), cancellation);
        var looked = told.IsDeep ? columns : [.. columns.Take(MostColumns)];
        if (looked.Count < columns.Count)
        {
            _notRun.Add($"{columns.Count - looked.Count} of {columns.Count} columns were not put under strain one by one, those that matter least. Look at all with --deep.");
        }

        Say(0.1, "Rows of another shape, and rows that come otherwise.");
        var probes = new SchemaStage(_model).Run(columns, Until(0.2), _notRun, cancellation);
        ShiftScore[] shifts = [.. new ShiftStage(_model).Run(looked)];
        Say(0.2, "Looking for weak groups of rows.");
        var slices = new SliceStage(_model, told.Seed).Run([.. columns, .. _model.Schema.WithRole(ColumnRole.Time).Concat(_model.Schema.WithRole(ColumnRole.Sensitive)).Select(column => column.Name)], cancellation);
        Say(0.25, "Comparing groups of people.");
        var fairness = new FairnessStage(_model, new() { Columns = told.Sensitive, Seed = told.Seed, Retrain = ground.Reweigh }).Run(cancellation);
        Say(0.3, "Looking for backdoors and shortcuts.");
        var backdoors = new BackdoorStage(_model, told.Seed).Run(looked, Until(0.35), cancellation);
        Say(0.35, "Attacking.");
        var threat = told.Threat ?? Threat.Draft(_model.Schema, _model.Rows);
        var attacks = new AttackStage(_model, threat, new() { Form = ground.Form, Decision = ground.Decision, Seed = told.Seed, IsDeep = told.IsDeep, IsOver = Until(0.5) }).Run(cancellation);
        Say(0.5, "Looking what it gives away.");
        var privacy = new PrivacyStage(_model, ground.Form, [.. told.Learners?.For(ground.Task) ?? []], told.Seed, told.Threads).Run(ground.Training, ground.WhyNoTraining, Until(0.6), cancellation);
        Say(0.6, "Poisoning its training rows.");
        var poisoning = Poison(threat, cancellation);
        var curves = Draw(looked, cancellation);
        GateFigure[] figures =
        [
            .. GateFigures.Of(_model, curves, probes), .. SliceGateFigures.Of(slices), .. FairnessGateFigures.Of(fairness), .. backdoors.Figures, .. AttackStage.Figures(attacks), .. privacy.Figures, .. poisoning.Figures,
        ];
        Say(1, "Done.");
        if (ground.Doubt is { } doubt)
        {
            _notRun.Add(doubt);
        }

        return new()
        {
            ModelId = ground.ModelId,
            Metric = _model.Metric.Info.Name,
            Seed = told.Seed,
            Rows = ground.Rows,
            RowsUnderStrain = _model.Rows.RowCount,
            Calm = _model.Score(_model.Calm),
            Curves = curves,
            Shifts = shifts,
            Probes = probes,
            Slices = slices,
            Attacks = attacks,
            Backdoors = backdoors,
            Poisoning = poisoning,
            Fairness = fairness,
            Privacy = privacy,
            Figures = figures,
            Gate = (told.Gate ?? Gate.For(ground.Task)).Judge(figures),
            NotRun = [.. _notRun, .. slices.NotRun, .. fairness.NotRun, .. backdoors.NotRun, .. attacks.NotRun, .. privacy.NotRun, .. poisoning.NotRun],
            Seconds = Math.Round(Elapsed, 3),
        };
    }

    private PoisoningReport Poison(Threat threat, CancellationToken cancellation)
    {
        if (ground is not { FitRows: { } rows, Refit: { } refit })
        {
            return new() { TrainingRows = 0, Fitted = "", NotRun = [$"Poisoning was not run: {(ground.Training is null ? ground.WhyNoTraining : ground.WhyNoRefit)}"] };
        }

        return new PoisoningStage(_model, refit, ground.RefitMeaning, told.Seed).Run(rows, new RowAttack(_model.Schema, threat, told.Seed).Change, Until(0.8), cancellation);
    }

    private List<StressCurve> Draw(IReadOnlyList<string> columns, CancellationToken cancellation)
    {
        const double Before = 0.8;
        var stage = new CurveStage(_model, BuiltInPerturbations.All, told.Seed);
        var plan = stage.Plan(columns).ToArray();
        var isOver = Until(1);
        var curves = new List<StressCurve>();
        for (var place = 0; place < plan.Length; place++)
        {
            if (isOver())
            {
                _notRun.Add($"{plan.Length - place} of {plan.Length} curves were not drawn: the time was over. Give more with --budget.");
                break;
            }

            var (perturbation, column) = plan[place];
            Say(Before + ((1 - Before) * place / plan.Length), $"{perturbation.Info.Title}: {column ?? "all columns"}.");
            curves.AddRange(stage.Draw(perturbation, column, cancellation));
        }

        return curves;
    }

    private Func<bool> Until(double share) => () => Elapsed > share * told.Seconds;

    private void Say(double share, string doing) => told.Progress?.Report((share, doing));
}
