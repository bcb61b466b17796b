namespace Modelwright.Runtime.Forms.Kernel;

/// <summary>A weighted sum of curved functions of a row's place.</summary>
/// <param name="Space">Where rows stand.</param>
/// <param name="Coefficients">Outputs x functions, output by output.</param>
/// <param name="Intercepts">One an output; their number is the number of outputs.</param>
public abstract record Expansion(KernelSpace Space, double[] Coefficients, double[] Intercepts)
{
    /// <summary>Functions in the sum.</summary>
    public abstract int Functions { get; }

    /// <summary>Whether rows of the training data stand in it.</summary>
    internal abstract bool HoldsRows { get; }

    /// <summary>Numbers that it holds besides those of all expansions.</summary>
    internal abstract long Numbers { get; }

    /// <summary>Checks what is its own and makes what computes it.</summary>
    internal abstract ExpansionScorer Scorer(string form);
}
