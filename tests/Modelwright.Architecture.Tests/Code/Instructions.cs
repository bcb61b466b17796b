using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace Modelwright.Architecture.Tests.Code;

/// <summary>Reads the operands of a compiled method: the members it uses and the texts it holds.</summary>
internal static class Instructions
{
    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    public static IEnumerable<MemberInfo> Members(MethodBase method) =>
        Tokens(method)
            .Where(operand => operand.Kind is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
            .Select(operand => method.Module.ResolveMember(operand.Token, TypeArguments(method), MethodArguments(method)))
            .OfType<MemberInfo>();

    public static IEnumerable<string> Texts(MethodBase method) =>
        Tokens(method)
            .Where(operand => operand.Kind == OperandType.InlineString)
            .Select(operand => method.Module.ResolveString(operand.Token));

    private static Type[]? TypeArguments(MethodBase method) =>
        method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;

    private static Type[]? MethodArguments(MethodBase method) => method.IsGenericMethod ? method.GetGenericArguments() : null;

    private static IEnumerable<(OperandType Kind, int Token)> Tokens(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at < code.Length;)
        {
            var instruction = code[at] == 0xFE ? Codes[(short)(0xFE00 | code[at + 1])] : Codes[code[at]];
            at += instruction.Size;
            if (Size(instruction.OperandType) == 4)
            {
                yield return (instruction.OperandType, BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(at)));
            }

            at += instruction.OperandType == OperandType.InlineSwitch
                ? 4 + (4 * BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(at)))
                : Size(instruction.OperandType);
        }
    }

    private static int Size(OperandType operand) => operand switch
    {
        OperandType.InlineNone or OperandType.InlineSwitch => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };
}
