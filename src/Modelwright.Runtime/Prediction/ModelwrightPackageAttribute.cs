namespace Modelwright.Runtime.Prediction;

/// <summary>
/// Asks for typed code of a package: the source generator that comes with this library completes the class with a record of the
/// inputs, the classes as an enumeration, and a <c>Predict</c> between them. Only the compiler reads it.
/// </summary>
/// <param name="path">
/// The package as the project file names it in <c>AdditionalFiles</c>: the name of the file, or so much of its path as tells it
/// from others, such as <c>models/churn.mw</c>.
/// </param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ModelwrightPackageAttribute(string path) : Attribute
{
    /// <summary>The package, as it was given.</summary>
    public string Path { get; } = path;
}
