namespace Modelwright.Recording.Answering;

/// <summary>A way to calibrate that was tried.</summary>
/// <param name="Method">'temperature', 'platt' or 'isotonic'.</param>
/// <param name="Gain">How much lower the log loss of a row was on rows that it was not fitted on, on average; below 0 it was higher.</param>
/// <param name="StandardError">The standard error of that.</param>
public sealed record EvidenceCalibrationTrial(string Method, double Gain, double StandardError);
