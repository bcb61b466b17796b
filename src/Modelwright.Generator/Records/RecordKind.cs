namespace Modelwright.Generator.Records;

/// <summary>The kinds of value in a record, as the byte before it; docs/package-format.md has them.</summary>
internal enum RecordKind : byte
{
    Text = 1,
    Number = 2,
    Integer = 3,
    Flag = 4,
    Texts = 5,
    Numbers = 6,
    Integers = 7,
    Bytes = 8,
    Part = 9,
}
