using Modelwright.Stress.Gates;

namespace Modelwright.Stress.Backdoors;

/// <summary>Backdoors and shortcuts of the model as it is, without its training rows.</summary>
/// <param name="model">The model on rows that it was not trained on.</param>
/// <param name="seed">The only origin of chance.</param>
internal sealed class BackdoorStage(StressedModel model, int seed)
{
    /// <summary>Runs all of it.</summary>
    /// <param name="columns">The columns whose values are looked at, most important first.</param>
    /// <param name="isOver">Whether the time is over; looked at between pieces.</param>
    /// <param name="cancellation">Asks to end.</param>
    public BackdoorReport Run(IReadOnlyList<string> columns, Func<bool> isOver, CancellationToken cancellation)
    {
        var (shortcut, unseen) = new ShortcutCheck(model, seed).Run(isOver, cancellation);
        var (levels, looked, late) = new BackdoorSearch(model, seed).Run(columns, isOver, cancellation);
        return new()
        {
            Levels = levels,
            Looked = looked,
            Shortcut = shortcut,
            Figures = [.. Figures(levels, looked, shortcut)],
            NotRun = [.. new[] { unseen, late }.OfType<string>()],
        };
    }

    private static IEnumerable<GateFigure> Figures(IReadOnlyList<SuspectLevel> levels, int looked, ShortcutScore? shortcut)
    {
        if (looked > 0)
        {
            yield return new("backdoor.levels", levels.Count, levels.Count, levels.Count, levels.Count > 0 ? $"first '{levels[0].Column} = {levels[0].Value}'" : $"none of {looked} values decides what nothing bears out");
        }

        if (shortcut is not null)
        {
            yield return new("shortcut.share", shortcut.Share, shortcut.Lower, shortcut.Upper, $"share of the lead that '{shortcut.Column}' carries alone");
        }
    }
}
