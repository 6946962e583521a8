# SPDX-FileCopyrightText: Costglass contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# Flags, Qt defines and include roots that every target shares; sanitizers stand apart.
add_library(costglass_flags INTERFACE)
target_compile_features(costglass_flags INTERFACE cxx_std_23)
target_compile_options(costglass_flags INTERFACE -Wall -Wextra -Wconversion -Wshadow
    $<$<BOOL:${COSTGLASS_WERROR}>:-Werror>)
target_compile_definitions(costglass_flags INTERFACE QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII
    QT_NO_FOREACH QT_NO_KEYWORDS QT_NO_URL_CAST_FROM_STRING QT_STRICT_ITERATORS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400 COSTGLASS_VERSION="${PROJECT_VERSION}")
find_program(MOLD_PROGRAM mold)
if(MOLD_PROGRAM)
    target_link_options(costglass_flags INTERFACE -fuse-ld=mold)
endif()

add_library(costglass_sanitizers INTERFACE)
if(COSTGLASS_SANITIZE)
    target_compile_options(costglass_sanitizers INTERFACE -fsanitize=${COSTGLASS_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(costglass_sanitizers INTERFACE -fsanitize=${COSTGLASS_SANITIZE})
endif()
if(COSTGLASS_COVERAGE)
    target_compile_options(costglass_sanitizers INTERFACE --coverage)
    target_link_options(costglass_sanitizers INTERFACE --coverage)
endif()

# One room: LAYER/NAME is its folder, DEPENDS the only things that its code may include.
# A room's include root is its layer folder, so that "base/money.h" names both room and file.
function(costglass_library layer name)
    cmake_parse_arguments(ARG "" "" "DEPENDS;PRIVATE" ${ARGN})
    file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${layer}/${name}/*.cpp
        ${CMAKE_SOURCE_DIR}/${layer}/${name}/*.h)
    if(NOT sources MATCHES "\\.cpp")
        add_library(${name} INTERFACE)
        target_include_directories(${name} INTERFACE ${CMAKE_SOURCE_DIR}/${layer})
        target_link_libraries(${name} INTERFACE ${ARG_DEPENDS} costglass_flags)
        return()
    endif()
    add_library(${name} STATIC ${sources})
    target_include_directories(${name} PUBLIC ${CMAKE_SOURCE_DIR}/${layer})
    target_link_libraries(${name} PUBLIC ${ARG_DEPENDS} costglass_flags
        PRIVATE ${ARG_PRIVATE} costglass_sanitizers)
endfunction()

# One program: the sources of a folder under app, linked against rooms.
function(costglass_program target folder)
    cmake_parse_arguments(ARG "" "" "DEPENDS" ${ARGN})
    file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${folder}/*.cpp ${CMAKE_SOURCE_DIR}/${folder}/*.h)
    if(NOT sources)
        return()
    endif()
    add_executable(${target} ${sources})
    target_include_directories(${target} PRIVATE ${CMAKE_SOURCE_DIR}/${folder})
    target_link_libraries(${target} PRIVATE ${ARG_DEPENDS} costglass_flags costglass_sanitizers)
    set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
    install(TARGETS ${target} RUNTIME DESTINATION bin)
endfunction()
