namespace Modelwright.Generator.Packages;

/// <summary>What a package answers to one row.</summary>
internal enum AnswerKind
{
    Classes,
    Number,
    Columns,
}
