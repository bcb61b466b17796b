namespace Modelwright.Stress.Backdoors;

/// <summary>How much of a model hangs on a single column: the one that matters most.</summary>
/// <param name="Column">The column.</param>
/// <param name="Alone">The model where the values of this column alone are shuffled among the rows.</param>
/// <param name="Others">The model where this column alone is left as it was: all others come from another row together.</param>
/// <param name="IsFlagged">Whether the column alone carries the model: 90 % of the lead is lost without it, and less than 10 % without all others.</param>
/// <param name="Text">The same in words, with what to ask.</param>
public sealed record ShortcutScore(string Column, StressScore Alone, StressScore Others, bool IsFlagged, string Text)
{
    /// <summary>The share of the lead that this column carries by itself: the smaller of what is lost without it and what is left without all others.</summary>
    public double Share => Math.Min(Alone.Lost, 1 - Others.Lost);

    /// <summary>Lower end of its 95 % interval.</summary>
    public double Lower => Math.Min(Alone.LostLower, 1 - Others.LostUpper);

    /// <summary>Upper end.</summary>
    public double Upper => Math.Min(Alone.LostUpper, 1 - Others.LostLower);
}
