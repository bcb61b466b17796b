namespace Modelwright.Sources;

/// <summary>One thing in a file that could not be read.</summary>
/// <param name="Line">The line of a text file, or the row of another, counted from 1; 0 where it concerns the whole file.</param>
/// <param name="Column">The column's name, where one is to blame.</param>
/// <param name="Value">The value found, shortened to 60 characters, where there is one.</param>
/// <param name="Text">What was wrong, where, and what to do, without the file's name.</param>
public sealed record SourceFault(long Line, string? Column, string? Value, string Text);
