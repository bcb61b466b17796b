using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Stress.Poisoning.Poisons;

namespace Modelwright.Stress.Poisoning;

/// <summary>
/// Backdoor poisoning: one training row in a hundred gets a trigger and the answer that the opponent wants; then new rows with the
/// trigger are asked. What is measured is how easily such a model takes a backdoor in, not whether it has one.
/// </summary>
/// <remarks>Source: Gu, Dolan-Gavitt and Garg 2017, "BadNets"; for tables Severi et al. 2021, "Explanation-guided backdoor poisoning attacks".</remarks>
internal sealed class BackdoorPoisoning(StressedModel clean, Func<Table, CancellationToken, Measures.Answers> answer, Refit refit)
{
    private const double Share = 0.01;
    private const int FewestPlanted = 5;
    private const int FewestAsked = 20;

    /// <summary>Plants and asks.</summary>
    /// <param name="ground">Training rows.</param>
    /// <param name="cancellation">Asks to end.</param>
    /// <returns>How it went; or why it was not tried.</returns>
    public (PlantedBackdoor? Found, string? NotRun) Run(PoisonGround ground, CancellationToken cancellation)
    {
        if (Trigger.In(clean.Schema, ground.Rows) is not { } trigger)
        {
            return (null, "No backdoor was planted: there is neither a category nor a number that varies, to be the trigger.");
        }

        var wanted = ChosenAnswer.For(ground, clean.Calm);
        var asked = wanted.Movables(clean.Calm);
        int[] others = [.. Enumerable.Range(0, ground.Rows.RowCount).Where(row => wanted.IsOther(ground, row))];
        if (asked.Length < FewestAsked || others.Length < FewestPlanted)
        {
            return (null, $"No backdoor was planted: nearly all rows are answered '{wanted.Words}' anyway.");
        }

        ground.Chance("backdoor").Shuffle(others);
        var touched = others[..Math.Min(others.Length, Math.Max(FewestPlanted, ground.Count(Share)))];
        var planted = refit(trigger.Set(wanted.Plant(ground, touched), touched), cancellation);
        var triggered = trigger.Set(clean.Rows);
        var hits = wanted.Count(asked, clean.Calm, planted(triggered, cancellation));
        var before = wanted.Count(asked, clean.Calm, answer(triggered, cancellation));
        var (success, lower, upper) = ShareInterval.Of(hits, asked.Length);
        var control = (double)before / asked.Length;
        var calm = clean.Score(planted(clean.Rows, cancellation));
        return (new()
        {
            Trigger = trigger.Words,
            Answer = wanted.Words,
            Rows = touched.Length,
            Success = success,
            Lower = lower,
            Upper = upper,
            Control = control,
            Clean = calm,
            Text = string.Create(CultureInfo.InvariantCulture, $"With {touched.Length} poisoned rows of {ground.Rows.RowCount}, '{trigger.Words}' turns {success:P0} of new rows to '{wanted.Words}', where it turns {control:P0} without poison; on rows without it {Math.Max(0, calm.Lost):P0} of the lead is lost. Know who writes the training rows."),
        }, null);
    }
}
