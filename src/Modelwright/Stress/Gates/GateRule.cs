namespace Modelwright.Stress.Gates;

/// <summary>One bound that a model must keep before it may go out.</summary>
public sealed record GateRule
{
    /// <summary>The figure, by its name.</summary>
    public required string Figure { get; init; }

    /// <summary>The most it may be; null sets no such bound.</summary>
    public double? AtMost { get; init; }

    /// <summary>The least it may be; null sets no such bound.</summary>
    public double? AtLeast { get; init; }

    /// <summary>
    /// True: the whole interval must keep the bound, so what is not proven fails. False: the rule fails where the whole interval is
    /// beyond the bound, so chance alone fails nobody.
    /// </summary>
    public bool NeedsProof { get; init; }

    /// <summary>Whether a figure that was not measured fails the gate.</summary>
    public bool Required { get; init; } = true;

    /// <summary>Judges.</summary>
    /// <param name="figure">The figure; null where it was not measured.</param>
    internal GateResult Judge(GateFigure? figure)
    {
        if (figure is null)
        {
            return new(this, null, !Required, Required ? $"'{Figure}' was not measured, and the gate asks for it." : $"'{Figure}' was not measured; the gate does not insist on it.");
        }

        var (low, high) = NeedsProof ? (figure.Lower, figure.Upper) : (figure.Upper, figure.Lower);
        var isAbove = AtMost is { } most && !(high <= most);
        var isBelow = AtLeast is { } least && !(low >= least);
        return new(this, figure, !isAbove && !isBelow, Words(figure, isAbove, isBelow));
    }

    private string Words(GateFigure figure, bool isAbove, bool isBelow)
    {
        var told = FormattableString.Invariant($"'{Figure}' is {figure.Value:0.####} ({figure.Lower:0.####} … {figure.Upper:0.####}; {figure.About})");
        var bound = isAbove ? FormattableString.Invariant($"at most {AtMost:0.####}") : FormattableString.Invariant($"at least {AtLeast:0.####}");
        var proof = NeedsProof ? " beyond doubt" : "";
        return isAbove || isBelow ? $"{told}, where {bound} is asked{proof}." : $"{told}.";
    }
}
