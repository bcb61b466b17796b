namespace Modelwright.Generator.Packages;

/// <summary>How the values of an input are given; the names are those in a package, but for Boolean, which is a category there.</summary>
internal enum InputType
{
    Number,
    Category,
    Text,
    Time,
    Boolean,
}
