using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Measures;
using Modelwright.Recording.Runs;
using Modelwright.Runtime.Packaging;
using Modelwright.Stress;
using Modelwright.Validation;

namespace Modelwright;

/// <summary>Puts a package under strain and says how it fails and whether it may go out.</summary>
public static class StressTest
{
    /// <summary>Rows that are put under strain at most, and at least where there are as many.</summary>
    private const int MostRows = 4_000;
    private const int FewestRows = 400;

    /// <summary>Bytes of a model of which so many rows are answered in the time that the usual test has.</summary>
    private const double BytesOfMostRows = 2e6;

    /// <summary>Tests.</summary>
    /// <param name="package">The package.</param>
    /// <param name="raw">Labelled rows as a source gave them; best such that the model was not trained on.</param>
    /// <param name="options">How; null means the defaults.</param>
    /// <param name="cancellation">Asks to end.</param>
    /// <returns>The report; the same for the same rows and seed, but for what <see cref="StressOptions.Seconds"/> leaves out.</returns>
    /// <exception cref="OptionsException">The package has no target.</exception>
    /// <exception cref="DataException">Columns are absent, cells are unreadable, or no row has a target that the model knows.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static StressReport Of(Package package, Table raw, StressOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(package);
        ArgumentNullException.ThrowIfNull(raw);
        var told = options ?? new();
        var start = told.Time.GetTimestamp();
        var labelled = LabelledPackage.Of(package, raw);
        if (labelled.Known.Length == 0)
        {
            throw new DataException($"No row has a value in the target '{package.Model.Schema.Target!.Name}' that the model knows. Bring rows whose answers are known.");
        }

        var wanted = told.IsDeep ? labelled.Known.Length : Math.Min(labelled.Known.Length, RowsFor(package));
        int[] some = [.. RowSample.Draw(labelled.Known.Length, wanted, Seeds.Mix(told.Seed, 7)).Select(place => labelled.Known[place])];
        var groups = labelled.GroupsOf(some);
        var rows = labelled.Take(some);
        Answers Answer(Table brought, CancellationToken stop) => labelled.With(brought).Answer([.. Enumerable.Range(0, brought.RowCount)], told.Threads, stop).Answers;
        var model = new StressedModel(package.Model.Schema, rows, labelled.Metric, Answer, groups, cancellation);
        var ground = WithFits(package, told, new() { Model = model, Task = package.Model.Task, ModelId = package.ModelId, Rows = labelled.Known.Length, Form = package.Model.Form, Decision = package.Model.Rules.Decision, WhyNoTraining = told.WhyNoTraining });
        return new StressStages(ground, told, start).Run(cancellation);
    }

    /// <summary>Where the training rows of a package are, by the record of its run.</summary>
    /// <param name="package">The package.</param>
    /// <param name="runs">The store of runs.</param>
    /// <param name="cancellation">Asks to end.</param>
    /// <returns>The file, unchanged since; or why there is none, a sentence with its remedy.</returns>
    public static (string? Path, string? WhyNone) FindTraining(Package package, RunStore runs, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(package);
        ArgumentNullException.ThrowIfNull(runs);
        return TrainingRows.Recorded(package, runs, cancellation);
    }

    /// <summary>Adds the training rows and what fits on them, as far as there are any.</summary>
    private static StressGround WithFits(Package package, StressOptions told, StressGround ground)
    {
        if (told.Training is null)
        {
            return ground;
        }

        var training = TrainingRows.Of(package, told.Training);
        ground = ground with { Training = training, Doubt = TrainingRows.Doubt(package, told.TrainingFingerprint) };
        if (told.Learners is null)
        {
            return ground with { WhyNoRefit = "no learners were given to fit with." };
        }

        var (refit, why) = PackageRefit.Of(package, told.Learners, told.IsDeep, told.Threads);
        if (refit is null)
        {
            return ground with { WhyNoRefit = why };
        }

        var rows = refit.Sample(training, Seeds.Mix(told.Seed, 11));
        return ground with
        {
            Refit = refit.Fit,
            RefitMeaning = refit.Meaning,
            FitRows = rows,
            Reweigh = (_, weights, stop) => refit.Fit(rows, weights(rows), stop)(ground.Model.Rows, stop),
        };
    }

    // By the size of the model and not by the clock, so that the same seed gives the same report on every machine.
    private static int RowsFor(Package package) =>
        (int)Math.Clamp(MostRows * Math.Sqrt(BytesOfMostRows / Math.Max(1, FormBytes.Count(package.Model.Form))), FewestRows, MostRows);
}
