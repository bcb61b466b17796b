namespace Modelwright.Runtime.Forms.Network;

/// <summary>One layer of units, each a weighted sum of all numbers that come in.</summary>
/// <param name="Weights">Numbers in x units, the units of one number side by side.</param>
/// <param name="Biases">One a unit: where its sum starts. Their number is the number of units.</param>
public sealed record DenseLayer(float[] Weights, float[] Biases);
