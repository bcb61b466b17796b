using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Measures;
using Modelwright.Measures.Comparing;
using Modelwright.Stress.Gates;
using Modelwright.Stress.Poisoning.Poisons;

namespace Modelwright.Stress.Poisoning;

/// <summary>
/// Fits the model again and again on training rows that an opponent has reached, and says what is left of it on rows that nobody
/// touched. All is compared with a fit on the same rows without poison, not with the shipped model, which may be a blend of many.
/// </summary>
/// <param name="shipped">The model under test, for its rows, schema and metric.</param>
/// <param name="refit">Fits on rows.</param>
/// <param name="meaning">What it fits, in a sentence.</param>
/// <param name="seed">The only origin of chance.</param>
internal sealed class PoisoningStage(StressedModel shipped, Refit refit, string meaning, int seed)
{
    private const string Late = "The time was over. Give more with --budget.";

    /// <summary>Runs all of it.</summary>
    /// <param name="training">Training rows in the types of the schema, each with a target.</param>
    /// <param name="attack">Changes rows for adversarial retraining; null leaves it out.</param>
    /// <param name="isOver">Whether the time is over; looked at before each fit.</param>
    /// <param name="cancellation">Asks to end.</param>
    public PoisoningReport Run(Table training, AdversarialAttack? attack, Func<bool> isOver, CancellationToken cancellation)
    {
        Func<Table, CancellationToken, Answers> answer;
        StressedModel clean;
        try
        {
            answer = refit(training, cancellation);
            clean = new StressedModel(shipped.Schema, shipped.Rows, shipped.Metric, answer, shipped.Groups, cancellation);
        }
        catch (ModelwrightException refusal)
        {
            return NotRun(training, $"Poisoning was not run: the model cannot be fitted again on the training rows. {refusal.Message}");
        }

        if (!(clean.Lead > 0))
        {
            return NotRun(training, "Poisoning was not run: fitted again on the training rows, the model is no better than a constant answer, so there is no lead to lose. Bring more of them, or test with --deep.");
        }

        var ground = new PoisonGround(clean.Schema, training, () => RowLosses.Of(RowLosses.For(clean.Metric.Info), answer(training, cancellation)), seed);
        var notRun = new List<string>();
        var poisons = Poison(clean, ground, notRun, isOver, cancellation);
        var backdoor = Try("No backdoor was planted", notRun, isOver, () => new BackdoorPoisoning(clean, answer, refit).Run(ground, cancellation));
        var hardened = attack is null ? null : Try<AdversarialScore>("Adversarial retraining was not run", notRun, isOver, () => (new AdversarialRetraining(clean, answer, refit, attack, seed).Run(training, cancellation), null));
        return new()
        {
            Fitted = meaning,
            TrainingRows = training.RowCount,
            Clean = clean.Score(clean.Calm),
            Poisons = poisons,
            Backdoor = backdoor,
            Hardened = hardened,
            Figures = [.. Figures(poisons, backdoor, hardened)],
            NotRun = notRun,
        };
    }

    private PoisoningReport NotRun(Table training, string why) => new() { Fitted = meaning, TrainingRows = training.RowCount, NotRun = [why] };

    private List<PoisonScore> Poison(StressedModel clean, PoisonGround ground, List<string> notRun, Func<bool> isOver, CancellationToken cancellation)
    {
        (IPoison Poison, double Share)[] plan = [.. BuiltInPoisons.All.SelectMany(poison => poison.Shares.Select(share => (poison, share)))];
        var scores = new List<PoisonScore>();
        foreach (var (poison, share) in plan)
        {
            if (isOver())
            {
                notRun.Add($"{plan.Length - scores.Count} of {plan.Length} poisons were not tried. {Late}");
                break;
            }

            cancellation.ThrowIfCancellationRequested();
            scores.Add(Poison(clean, ground, poison, share, cancellation));
        }

        return scores;
    }

    private PoisonScore Poison(StressedModel clean, PoisonGround ground, IPoison poison, double share, CancellationToken cancellation)
    {
        var (rows, touched) = poison.Apply(ground, share);
        if (touched == 0)
        {
            return new(poison.Name, share, 0, clean.Score(clean.Calm), null);
        }

        try
        {
            return new(poison.Name, share, touched, clean.Score(refit(rows, cancellation)(clean.Rows, cancellation)), null);
        }
        catch (ModelwrightException refusal)
        {
            return new(poison.Name, share, touched, null, refusal.Message);
        }
    }

    private static T? Try<T>(string what, List<string> notRun, Func<bool> isOver, Func<(T? Found, string? NotRun)> run)
        where T : class
    {
        if (isOver())
        {
            notRun.Add($"{what}. {Late}");
            return null;
        }

        try
        {
            var (found, why) = run();
            notRun.AddRange(why is null ? [] : [why]);
            return found;
        }
        catch (ModelwrightException refusal)
        {
            notRun.Add($"{what}. {refusal.Message}");
            return null;
        }
    }

    private static IEnumerable<GateFigure> Figures(IEnumerable<PoisonScore> poisons, PlantedBackdoor? backdoor, AdversarialScore? hardened)
    {
        foreach (var poison in poisons.Where(poison => poison.Score is not null))
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"poisoning.{poison.Poison}_{100 * poison.Share:0}_percent");
            yield return new(name, poison.Score!.Lost, poison.Score.LostLower, poison.Score.LostUpper, $"share of the lead lost where {poison.Rows} training rows are poisoned");
        }

        if (backdoor is not null)
        {
            yield return new("poisoning.backdoor", backdoor.Success, backdoor.Lower, backdoor.Upper, $"'{backdoor.Trigger}' planted in {backdoor.Rows} training rows");
        }

        if (hardened is not null)
        {
            yield return new("poisoning.hardened_flips", hardened.FlippedAfter, hardened.FlippedAfter, hardened.FlippedAfter, $"share of rows that can be turned after adversarial retraining, beside {hardened.FlippedBefore.ToString("0.##", CultureInfo.InvariantCulture)} before");
        }
    }
}
