namespace Modelwright.Onnx;

/// <summary>What a graph answered. Immutable by agreement: its arrays are not to be changed.</summary>
/// <param name="Outputs">For classes rows x classes, the probabilities; else one number a row.</param>
/// <param name="Labels">The answered class of each row; empty where numbers are answered.</param>
public sealed record OnnxAnswers(double[] Outputs, string[] Labels);
