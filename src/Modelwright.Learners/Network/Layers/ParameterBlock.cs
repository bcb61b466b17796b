namespace Modelwright.Learners.Network.Layers;

/// <summary>Parameters of one kind, side by side among all.</summary>
/// <param name="Start">The first.</param>
/// <param name="Length">How many.</param>
/// <param name="Rate">What the learning rate is multiplied by for them.</param>
/// <param name="Decays">Whether they fall to 0 by themselves.</param>
internal readonly record struct ParameterBlock(int Start, int Length, double Rate, bool Decays)
{
    /// <summary>The part of all parameters that they are.</summary>
    public Span<float> Of(float[] all) => all.AsSpan(Start, Length);
}
