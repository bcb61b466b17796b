namespace Modelwright.Generator.Packages;

/// <summary>All of a package that code is made of.</summary>
/// <param name="ModelId">64 hexadecimal digits.</param>
/// <param name="Task">The name of the task, as a person writes it: 'classification'.</param>
/// <param name="Form">The name of the outermost form.</param>
/// <param name="Answers">What is answered.</param>
/// <param name="Inputs">The columns that are asked for, in the order of the schema.</param>
/// <param name="Classes">The classes in the order of the probabilities; empty where none are answered.</param>
internal sealed record PackageShape(string ModelId, string Task, string Form, AnswerKind Answers, EquatableArray<PackageInput> Inputs, EquatableArray<string> Classes);
