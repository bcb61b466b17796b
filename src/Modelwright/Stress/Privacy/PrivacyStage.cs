using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Stress.Gates;

namespace Modelwright.Stress.Privacy;

/// <summary>Privacy and theft: who was in the training, what stands in the package, and what a copy takes.</summary>
/// <param name="model">The model on rows that it was not trained on.</param>
/// <param name="form">What stands in the package.</param>
/// <param name="learners">What an opponent may make a copy with; a host brings them.</param>
/// <param name="seed">The only origin of chance.</param>
/// <param name="threads">Threads to use; the figures are the same at any number.</param>
internal sealed class PrivacyStage(StressedModel model, IForm form, IReadOnlyList<ILearner> learners, int seed, int threads)
{
    private const string Late = "was not run: the time was over. Give more with --budget.";

    /// <summary>Runs all of it.</summary>
    /// <param name="training">Training rows in the types of the schema, each with a target; null where there are none.</param>
    /// <param name="whyNone">Why there are none, a sentence with its remedy; not read beside rows.</param>
    /// <param name="isOver">Whether the time is over; looked at between pieces.</param>
    /// <param name="cancellation">Asks to end.</param>
    public PrivacyReport Run(Table? training, string? whyNone, Func<bool> isOver, CancellationToken cancellation)
    {
        var recovery = RowRecovery.Of(form, training, model.Rows, cancellation);
        var (membership, untold) = training is null ? (null, $"Membership inference was not run: {whyNone}")
            : isOver() ? (null, $"Membership inference {Late}")
            : new MembershipInference(model, seed).Run(training, cancellation);
        var (extraction, uncopied) = isOver() ? (null, $"Model extraction {Late}") : new ModelExtraction(model, learners, seed, threads).Run(isOver, cancellation);
        return new()
        {
            Membership = membership,
            Recovery = recovery,
            Extraction = extraction,
            Figures = [.. Figures(membership, recovery, extraction)],
            NotRun = [.. new[] { untold, uncopied }.OfType<string>()],
        };
    }

    private static IEnumerable<GateFigure> Figures(MembershipScore? membership, RecoveredRows recovery, ExtractionScore? extraction)
    {
        if (membership is not null)
        {
            yield return new("privacy.membership_auc", membership.Auc, membership.Lower, membership.Upper, $"{membership.TrainingRows} training rows beside {membership.NewRows} new ones");
            if (membership is { Caught: { } caught, CaughtLower: { } lower, CaughtUpper: { } upper })
            {
                yield return new("privacy.membership_caught", caught, lower, upper, "training rows that are told at 1 % false alarms");
            }
        }

        if (!recovery.HoldsRows || recovery.Rows > 0)
        {
            yield return new("privacy.rows_recovered", recovery.Found, recovery.Found, recovery.Found, recovery.HoldsRows ? $"of {recovery.Rows} training rows" : "the model holds no row");
        }

        if (extraction is { Queries: { } queries })
        {
            yield return new("privacy.queries_to_copy", queries, extraction.NotEnough, queries, "answers that gave a copy");
        }
        else if (extraction is not null)
        {
            yield return new("privacy.queries_to_copy", extraction.NotEnough, extraction.NotEnough, double.PositiveInfinity, "more than that: no copy was had");
        }
    }
}
