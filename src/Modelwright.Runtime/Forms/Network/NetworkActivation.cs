namespace Modelwright.Runtime.Forms.Network;

/// <summary>What a unit of a network does with its sum.</summary>
public enum NetworkActivation
{
    /// <summary>x · tanh(ln(1 + e^x)): Misra 2019.</summary>
    Mish,

    /// <summary>The scaled exponential linear unit: Klambauer and others 2017.</summary>
    Selu,

    /// <summary>What is below 0 counts as 0.</summary>
    Relu,
}
