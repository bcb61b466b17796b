namespace Modelwright.Generator.Packages;

/// <summary>One column that the model asks for.</summary>
/// <param name="Name">As in the package.</param>
/// <param name="Type">How it is given.</param>
internal sealed record PackageInput(string Name, InputType Type);
