using Modelwright.Core.Errors;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms.Kernel;

/// <summary>Functions that fall with the squared distance from training rows: support vectors and the Gaussian kernel.</summary>
/// <param name="Space">Where rows stand.</param>
/// <param name="Points">Points x inputs: places of training rows.</param>
/// <param name="Gamma">0 or more: a point's function is e^(-gamma x squared distance).</param>
/// <param name="Coefficients">Outputs x points, output by output.</param>
/// <param name="Intercepts">One an output.</param>
public sealed record PointExpansion(KernelSpace Space, double[] Points, double Gamma, double[] Coefficients, double[] Intercepts) : Expansion(Space, Coefficients, Intercepts)
{
    /// <inheritdoc/>
    public override int Functions => Intercepts.Length == 0 ? 0 : Coefficients.Length / Intercepts.Length;

    internal override bool HoldsRows => true;

    internal override long Numbers => Points.Length;

    internal override ExpansionScorer Scorer(string form)
    {
        if (Points.Length != (long)Functions * Space.Inputs.Count || !SoundArrays.AreFinite(Points) || !(Gamma >= 0 && double.IsFinite(Gamma)))
        {
            throw new ArtifactException($"Form '{form}' has {Points.Length} places of {Functions} points on {Space.Inputs.Count} axes, or one that is not finite, or a gamma that is not a finite number of 0 or more. Make the model again.");
        }

        return new PointScorer(this);
    }
}
