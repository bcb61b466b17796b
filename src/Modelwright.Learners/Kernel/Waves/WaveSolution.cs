namespace Modelwright.Learners.Kernel.Waves;

/// <summary>What ridge regression found for a penalty.</summary>
/// <param name="Factor">The factor of the matrix that was solved with.</param>
/// <param name="Coefficients">For each output one a wave.</param>
/// <param name="Intercepts">One an output.</param>
internal sealed record WaveSolution(SymmetricMatrix Factor, double[][] Coefficients, double[] Intercepts);
