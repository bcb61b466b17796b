namespace Modelwright.Stress.Slices;

/// <summary>Where a model is weak.</summary>
/// <param name="Slices">Those that the model does not know of first, each kind in the order of how sure they are; slices that only overlap a surer one are left out.</param>
/// <param name="Looked">Conditions on single columns that were looked at.</param>
/// <param name="Tested">Slices that were tested on rows that the search had not seen.</param>
/// <param name="NotRun">What was not looked at, each in a sentence with the reason.</param>
public sealed record SliceReport(IReadOnlyList<WeakSlice> Slices, int Looked, int Tested, IReadOnlyList<string> NotRun);
