using Modelwright.Core.Errors;

namespace Modelwright.Hosting.Reloading;

/// <summary>A package that was not taken.</summary>
/// <param name="Reason">Why, in a word.</param>
/// <param name="Error">Why, and what to do; thrown where an app cannot start without the package.</param>
/// <param name="At">When, in UTC.</param>
internal sealed record RefusedPackage(RefusalReason Reason, ModelwrightException Error, DateTimeOffset At);
