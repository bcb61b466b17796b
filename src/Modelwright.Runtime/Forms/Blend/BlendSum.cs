namespace Modelwright.Runtime.Forms.Blend;

/// <summary>The sums of a blend, in member order.</summary>
internal static class BlendSum
{
    internal static void Add(ReadOnlySpan<double> answers, double weight, Span<double> output)
    {
        for (var place = 0; place < output.Length; place++)
        {
            output[place] += weight * answers[place];
        }
    }

    /// <summary>Rounding may carry a mean of the largest numbers out of range; it is held at the end of the range.</summary>
    internal static void Hold(Span<double> output)
    {
        for (var place = 0; place < output.Length; place++)
        {
            output[place] = Math.Clamp(output[place], -double.MaxValue, double.MaxValue);
        }
    }
}
